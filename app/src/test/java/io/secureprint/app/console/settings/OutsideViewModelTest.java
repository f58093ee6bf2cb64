// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.app.SampleOutside;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The keys that programs get, and the servers that the shop calls.
final class OutsideViewModelTest {
  private final SampleOutside outside = new SampleOutside();
  private final Background atOnce = new Background(Runnable::run, Runnable::run);
  private final KeysViewModel keys = new KeysViewModel(outside.outside(), atOnce);
  private final ConnectionsViewModel connections =
      new ConnectionsViewModel(outside, atOnce, "console");

  @Test
  void aKeyIsShownOnceAndGoneWhenTheOwnerLeaves() {
    keys.name().set(" Stock list ");
    keys.onMake();
    assertThat(keys.secret().get()).startsWith("sps_");
    assertThat(keys.open()).extracting(ApiKey::name).containsExactly("Stock list", "Bookkeeping");
    assertThat(keys.name().get()).isEmpty();
    keys.onLeave();
    assertThat(keys.secret().get()).isEmpty();
  }

  @Test
  void aKeyIsTakenAwayUnlessItIsRefused() {
    keys.onReload();
    outside.refusal = Optional.of("PIN_NEEDED");
    keys.onRevoke(keys.open().getFirst());
    assertThat(keys.outcome().get()).isEqualTo(new Outcome.Refused("PIN_NEEDED", ""));
    assertThat(keys.open()).hasSize(1);
    outside.refusal = Optional.empty();
    keys.onRevoke(keys.open().getFirst());
    assertThat(keys.open()).isEmpty();
  }

  @Test
  void aConnectionIsKeptWithoutEverShowingItsSecret() {
    connections.onReload();
    connections.name().set("college");
    connections.address().set("https://college.example/api");
    connections.secret().set("s3cret");
    connections.onSave();
    assertThat(connections.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(connections.secret().get()).isEmpty();
    assertThat(connections.kept()).hasSize(2);
    assertThat(requireNonNull(connections.chosen().get()).secret()).isTrue();
    connections.onRemove(requireNonNull(connections.chosen().get()));
    assertThat(connections.kept()).hasSize(1);
    assertThat(connections.name().get()).isEmpty();
  }

  @Test
  void anAddressInClearOutsideTheShopIsRefused() {
    connections.name().set("college");
    connections.address().set("http://college.example/api");
    connections.onSave();
    assertThat(connections.outcome().get()).isEqualTo(new Outcome.Refused("CONNECTION_WRONG", ""));
    connections.address().set("not an address");
    connections.onSave();
    assertThat(connections.outcome().get()).isEqualTo(new Outcome.Refused("CONNECTION_WRONG", ""));
  }

  @Test
  void onlyWhatWasSavedIsTriedOut() {
    connections.onReload();
    connections.onChoose(connections.kept().getFirst());
    assertThat(connections.changed().get()).isFalse();
    connections.address().set("https://api.college.example/other");
    assertThat(connections.changed().get()).isTrue();
    connections.onSave();
    assertThat(connections.changed().get()).isFalse();
    connections.secret().set("s3cret");
    assertThat(connections.changed().get()).isTrue();
    assertThat(outside.kept).hasSize(1);
  }

  @Test
  void anAnswerAboutOneIsNotShownBesideAnother() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    ConnectionsViewModel slow =
        new ConnectionsViewModel(outside, new Background(waiting::add, Runnable::run), "console");
    slow.onReload();
    waiting.remove().run();
    slow.onChoose(slow.kept().getFirst());
    slow.onTry(slow.kept().getFirst());
    slow.onChoose(null);
    slow.name().set("college");
    waiting.remove().run();
    assertThat(slow.trial().get()).isNull();
    assertThat(slow.name().get()).isEqualTo("college");
  }

  @Test
  void aNewOneTakesNobodysPlace() {
    connections.onReload();
    connections.name().set("default");
    connections.address().set("https://other.example");
    connections.onReload();
    assertThat(connections.chosen().get()).isNull();
    outside.refusal = Optional.of("CONNECTION_EXISTS");
    connections.onSave();
    assertThat(connections.outcome().get()).isEqualTo(new Outcome.Refused("CONNECTION_EXISTS", ""));
    assertThat(outside.asked).containsExactly("add default");
  }

  @Test
  void aServerIsTriedOut() {
    connections.onReload();
    connections.onChoose(connections.kept().getFirst());
    outside.trial = new Trial.Answered(401);
    connections.onTry(connections.kept().getFirst());
    assertThat(connections.trial().get()).isEqualTo(new Trial.Answered(401));
    connections.onChoose(null);
    assertThat(connections.trial().get()).isNull();
  }
}
