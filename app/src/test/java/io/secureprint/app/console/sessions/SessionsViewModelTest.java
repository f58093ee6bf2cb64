// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.SessionTile.Teller;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.SampleShop;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class SessionsViewModelTest {
  private final SampleShop shop = new SampleShop();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final SessionsViewModel model =
      new SessionsViewModel(
          shop,
          "console",
          SampleShop.CLOCK,
          new Background(work::add, Runnable::run),
          Runnable::run);

  @Test
  void aRowStaysTheSameWhileItsSessionChanges() {
    shop.sessions.set(List.of(tile(0, Stage.CHOOSING), tile(1, Stage.PAYING)));
    SessionRow second = model.rows().get(1);
    model.onOpen(second);

    shop.sessions.set(List.of(tile(1, Stage.PRINTING), tile(2, Stage.CHOOSING)));

    assertThat(model.rows()).extracting(SessionRow::id).containsExactly("session-1", "session-2");
    assertThat(model.rows().getFirst()).isSameAs(second);
    assertThat(second.tile().get().stage()).isEqualTo(Stage.PRINTING);
    assertThat(model.opened().get()).isSameAs(second);
  }

  @Test
  void aSessionThatIsOverClosesItself() {
    shop.sessions.set(SampleShop.six());
    model.onOpen(model.rows().getFirst());

    shop.sessions.set(List.of());

    assertThat(model.opened().get()).isNull();
    assertThat(model.live()).isZero();
  }

  @Test
  void countsWhoWantsAPerson() {
    shop.sessions.set(SampleShop.six());

    assertThat(model.wanting().get()).isEqualTo(2);
  }

  @Test
  void cashIsConfirmedForTheAmountThatWasSeen() {
    SessionTile seen = openPaying();
    model.onConfirmCash(seen);
    assertThat(model.asked().get()).isEqualTo(new Asked.Working());

    runWork();

    assertThat(shop.asked).containsExactly("cash session-1 7800 console");
    assertThat(model.asked().get()).isEqualTo(new Asked.CashTaken(new Paise(7_800)));
  }

  @Test
  void theReasonForTakingMoneyThatIsNotExactGoesToTheDesk() {
    shop.sessions.set(SampleShop.upi(Teller.GATEWAY, new Paise(7_000)));
    SessionTile held = model.rows().getFirst().tile().get();
    model.onOpen(model.rows().getFirst());
    model.onAccept(held, "Rest paid in cash");
    runWork();

    assertThat(shop.asked).containsExactly("accept session-1 (Rest paid in cash) console");
  }

  @Test
  void nothingIsAskedTwiceWhileAnAnswerIsAwaited() {
    SessionTile seen = openPaying();
    model.onConfirmCash(seen);
    model.onConfirmCash(seen);
    model.onCancel(seen);
    runWork();

    assertThat(shop.asked).hasSize(1);
  }

  @Test
  void aRefusalIsToldWithItsCode() {
    shop.answer = new Desk.Answer.Refused("AMOUNT_CHANGED");
    model.onConfirmCash(openPaying());
    runWork();

    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("AMOUNT_CHANGED"));
  }

  @Test
  void anAgentThatFailsIsToldAndLeavesTheScreenAlive() {
    SessionTile seen = openPaying();
    shop.broken = true;
    model.onCancel(seen);
    runWork();

    assertThat(model.asked().get()).isEqualTo(new Asked.Refused("INTERNAL"));
  }

  @Test
  void anAnswerDoesNotAppearUnderAnotherSession() {
    model.onCancel(openPaying());
    model.onOpen(model.rows().get(2));
    runWork();

    assertThat(model.asked().get()).isEqualTo(new Asked.Nothing());
  }

  @Test
  void onlyUnpaidSessionsAreSettledOrCancelled() {
    List<Stage> settled = new ArrayList<>();
    List<Stage> cancelled = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (SessionsViewModel.maySettle(tile(0, stage))) {
        settled.add(stage);
      }
      if (SessionsViewModel.mayCancel(tile(0, stage))) {
        cancelled.add(stage);
      }
    }
    assertThat(settled).containsExactly(Stage.PAYING);
    assertThat(cancelled).containsExactly(Stage.CHOOSING, Stage.PAYING);
  }

  private SessionTile openPaying() {
    shop.sessions.set(SampleShop.six());
    SessionRow row = model.rows().get(1);
    model.onOpen(row);
    return row.tile().get();
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private static SessionTile tile(int at, Stage stage) {
    return SampleShop.tile(at, stage, 0, 0, false, null);
  }
}
