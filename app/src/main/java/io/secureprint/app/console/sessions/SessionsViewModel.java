// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The live sessions, the one that is open at the right, and the two things staff may do with it.
public final class SessionsViewModel implements AutoCloseable {
  private final Desk desk;
  private final String actor;
  private final InstantSource clock;
  private final Background background;
  private final Followed<List<SessionTile>> tiles;
  private final ObservableList<SessionRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable SessionRow> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyIntegerWrapper wanting = new ReadOnlyIntegerWrapper();

  /// @param actor who acts at this console, for the books
  /// @param screen where properties may change
  public SessionsViewModel(
      Desk desk, String actor, InstantSource clock, Background background, Executor screen) {
    this.desk = desk;
    this.actor = actor;
    this.clock = clock;
    this.background = background;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    this.tiles = new Followed<>(desk.sessions(), screen);
    tiles.property().subscribe(this::apply);
  }

  /// How many sessions want a person.
  public ReadOnlyIntegerProperty wanting() {
    return wanting.getReadOnlyProperty();
  }

  /// How many customers would lose their session if the shop closed now.
  public int live() {
    return rows.size();
  }

  /// Moves the clock that ages are told by.
  public void onTick() {
    now.set(clock.instant());
  }

  ObservableList<SessionRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<@Nullable SessionRow> opened() {
    return opened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  /// Opens the session of this id, where it still lives.
  public void onOpen(String sessionId) {
    row(sessionId).ifPresent(this::onOpen);
  }

  void onOpen(SessionRow row) {
    if (opened.get() != row) {
      opened.set(row);
      asked.set(new Asked.Nothing());
    }
  }

  void onClose() {
    opened.set(null);
    asked.set(new Asked.Nothing());
  }

  /// @param seen the tile whose amount the person saw while holding the button
  void onConfirmCash(SessionTile seen) {
    ask(
        () -> desk.confirmCash(seen.sessionId(), seen.price(), actor),
        new Asked.CashTaken(seen.price()));
  }

  void onCancel(SessionTile seen) {
    ask(() -> desk.cancel(seen.sessionId(), actor), new Asked.Cancelled());
  }

  /// @param utr the end of the UPI reference, as the person read it in the bank app
  void onConfirmUpi(SessionTile seen, String utr) {
    ask(
        () -> desk.confirmUpi(seen.sessionId(), seen.price(), utr, actor),
        new Asked.CashTaken(seen.price()));
  }

  /// Takes the word of a person while the gateway says nothing.
  void onMark(SessionTile seen, String utr) {
    ask(
        () -> desk.mark(seen.sessionId(), seen.price(), utr, actor),
        new Asked.CashTaken(seen.price()));
  }

  /// Prints for money that is not quite what was asked for.
  ///
  /// @param reason why, in the person's own words
  void onAccept(SessionTile seen, String reason) {
    ask(() -> desk.accept(seen.sessionId(), reason, actor), new Asked.CashTaken(seen.price()));
  }

  /// @param brief the code of the customer's credit, as the person typed it
  void onCredit(SessionTile seen, String brief) {
    ask(() -> desk.useCredit(seen.sessionId(), brief, actor), new Asked.CreditUsed());
  }

  /// Whether a credit can still help to pay.
  static boolean mayUseCredit(SessionTile tile) {
    return !isHeld(tile)
        && (tile.stage() == Stage.PAYING
            || (tile.stage() == Stage.CHOOSING && tile.price().value() > 0));
  }

  static boolean maySettle(SessionTile tile) {
    boolean asked = tile.stage() == Stage.PAYING && !tile.money().byGateway();
    return asked || isHeld(tile);
  }

  /// Money came that a person has to decide about.
  static boolean isHeld(SessionTile tile) {
    return tile.money().held() != null;
  }

  static boolean isUpiByHand(SessionTile tile) {
    return tile.stage() == Stage.PAYING
        && !isHeld(tile)
        && tile.money().method() == PayMethod.UPI
        && !tile.money().byGateway();
  }

  static boolean mayCancel(SessionTile tile) {
    boolean stuck = tile.stage() == Stage.PRINTING && tile.code() != null;
    return tile.stage() == Stage.CHOOSING || tile.stage() == Stage.PAYING || stuck;
  }

  @Override
  public void close() {
    tiles.close();
  }

  private void ask(Supplier<Desk.Answer> question, Asked done) {
    if (asked.get() instanceof Asked.Working) {
      return;
    }
    SessionRow about = opened.get();
    asked.set(new Asked.Working());
    background.run(
        question,
        answer -> answered(about, answer, done),
        () -> answered(about, new Desk.Answer.Refused("INTERNAL"), done));
  }

  /// An answer about a session that is no longer the open one has nobody to tell.
  private void answered(@Nullable SessionRow about, Desk.Answer answer, Asked done) {
    if (opened.get() != about) {
      return;
    }
    asked.set(
        switch (answer) {
          case Desk.Answer.Done() -> done;
          case Desk.Answer.Refused(String code) -> new Asked.Refused(code);
        });
  }

  private void apply(List<SessionTile> next) {
    Set<String> present = new HashSet<>();
    for (SessionTile tile : next) {
      present.add(tile.sessionId());
      row(tile.sessionId())
          .ifPresentOrElse(row -> row.show(tile), () -> rows.add(new SessionRow(tile)));
    }
    rows.removeIf(row -> !present.contains(row.id()));
    SessionRow open = opened.get();
    if (open != null && !present.contains(open.id())) {
      onClose();
    }
    wanting.set((int) next.stream().filter(SessionTile::wanted).count());
    onTick();
  }

  private Optional<SessionRow> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }
}
