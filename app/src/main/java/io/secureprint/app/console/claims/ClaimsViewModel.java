// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Desk;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The open claims, and what became of the last attempt to settle one.
public final class ClaimsViewModel implements AutoCloseable {
  private final Desk desk;
  private final String actor;
  private final InstantSource clock;
  private final Background background;
  private final Followed<List<ClaimTile>> open;
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

  /// @param actor who acts at this console, for the books
  /// @param screen where properties may change
  public ClaimsViewModel(
      Desk desk, String actor, InstantSource clock, Background background, Executor screen) {
    this.desk = desk;
    this.actor = actor;
    this.clock = clock;
    this.background = background;
    this.open = new Followed<>(desk.claims(), screen);
  }

  /// Oldest first.
  public ReadOnlyObjectProperty<List<ClaimTile>> open() {
    return open.property();
  }

  /// The code of the last refusal, empty when the last attempt went well.
  ReadOnlyStringProperty refused() {
    return refused.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// @param seen the claim whose amount the person saw while holding the button
  void onGivenBack(ClaimTile seen) {
    settle(() -> desk.giveBack(seen.id(), seen.amount(), actor));
  }

  void onPrinted(ClaimTile seen) {
    settle(() -> desk.confirmPrinted(seen.id(), seen.amount(), actor));
  }

  @Override
  public void close() {
    open.close();
  }

  private void settle(Supplier<Desk.Answer> question) {
    background.run(
        question,
        answer -> refused.set(answer instanceof Desk.Answer.Refused(String code) ? code : ""),
        () -> refused.set("INTERNAL"));
  }
}
