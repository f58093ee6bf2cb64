// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.app.SampleOutside;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

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
