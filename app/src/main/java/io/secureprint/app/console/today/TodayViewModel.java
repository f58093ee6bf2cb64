// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.observe.Takings;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What needs a hand, and what the day has brought. The figures are read again when a customer moves
/// on or the hour turns, and not otherwise: a screen that stays open costs nothing while nothing
/// happens.
public final class TodayViewModel implements AutoCloseable {
  /// The hours of every time zone begin with a quarter.
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();

  private final Desk desk;
  private final Takings takings;
  private final String actor;
  private final InstantSource clock;
  private final Background background;
  private final Followed<ShopStatus> status;
  private final Followed<List<SessionTile>> sessions;
  private final Followed<List<ClaimTile>> claims;
  private final Followed<List<PrinterTile>> printers;
  private final Subscription following;
  private final ReadOnlyObjectWrapper<List<Hand>> hands = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Instant> now;
  private List<String> standing = List.of();
  private boolean asking;
  private boolean stale;

  /// The day and what is usual on such a day.
  record Figures(Takings.Day day, Takings.Usual usual) {}

  /// @param actor who acts at this console, for the books
  /// @param screen where properties may change
  public TodayViewModel(
      Desk desk,
      PrinterDesk printers,
      Takings takings,
      String actor,
      InstantSource clock,
      Background background,
      Executor screen) {
    this.desk = desk;
    this.takings = takings;
    this.actor = actor;
    this.clock = clock;
    this.background = background;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    this.status = new Followed<>(desk.status(), screen);
    this.sessions = new Followed<>(desk.sessions(), screen);
    this.claims = new Followed<>(desk.owed().claims(), screen);
    this.printers = new Followed<>(printers.printers(), screen);
    this.following =
        Subscription.combine(
            status.property().subscribe(_ -> apply()),
            sessions.property().subscribe(_ -> apply()),
            claims.property().subscribe(_ -> apply()));
  }

  /// Moves the clock that ages are told by; with the hour the figures move, too.
  public void onTick() {
    Instant before = now.get();
    now.set(clock.instant());
    if (before.toEpochMilli() / QUARTER != now.get().toEpochMilli() / QUARTER) {
      onReload();
    }
  }

  /// Reads the figures anew; a wish while they are being read is kept until they are.
  void onReload() {
    stale = asking;
    if (!asking) {
      asking = true;
      Figures before = figures.get();
      background.run(() -> read(before), this::took, this::failed);
    }
  }

  ReadOnlyObjectProperty<List<Hand>> hands() {
    return hands.getReadOnlyProperty();
  }

  /// Null until they have been read.
  ReadOnlyObjectProperty<@Nullable Figures> figures() {
    return figures.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<PrinterTile>> printers() {
    return printers.property();
  }

  /// The code of the last refusal, empty when the last attempt went well.
  ReadOnlyStringProperty refused() {
    return refused.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  /// @param seen the tile whose amount the person saw while holding the button
  void onCash(SessionTile seen) {
    ask(() -> desk.confirmCash(seen.sessionId(), seen.price(), actor));
  }

  /// A person has looked at what keeps the shop closed.
  void onReopen() {
    ask(() -> desk.reopen(actor));
  }

  @Override
  public void close() {
    following.unsubscribe();
    status.close();
    sessions.close();
    claims.close();
    printers.close();
  }

  private void ask(Supplier<Desk.Answer> question) {
    background.run(
        question,
        answer -> refused.set(answer instanceof Desk.Answer.Refused(String code) ? code : ""),
        () -> refused.set("INTERNAL"));
  }

  private void apply() {
    List<SessionTile> tiles = sessions.property().get();
    hands.set(Hands.of(status.property().get(), tiles, claims.property().get()));
    List<String> next = standing(tiles, claims.property().get());
    if (figures.get() == null || !next.equals(standing)) {
      standing = next;
      onReload();
    }
  }

  /// Who stands where; pages that come out change nothing in it.
  private static List<String> standing(List<SessionTile> tiles, List<ClaimTile> claims) {
    return List.of(
        tiles.stream().map(tile -> tile.sessionId() + tile.stage()).toList().toString(),
        claims.stream().map(ClaimTile::id).toList().toString());
  }

  private Figures read(@Nullable Figures before) {
    Takings.Day day = takings.on(clock.instant());
    return before != null && before.day().date().equals(day.date())
        ? new Figures(day, before.usual())
        : new Figures(day, takings.usual(day.date()));
  }

  private void took(Figures next) {
    figures.set(next);
    asked();
  }

  /// The figures stay as they were: whatever is wrong with the books is told by the shop's state.
  private void failed() {
    asked();
  }

  private void asked() {
    asking = false;
    if (stale) {
      onReload();
    }
  }
}
