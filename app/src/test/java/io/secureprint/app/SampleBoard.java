// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.store.TestBoard;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Boards on databases of their own, each opened once for all pictures.
public final class SampleBoard {
  private static final Caller RAVI = Caller.person("Ravi");
  private static final Caller SHOP = Caller.system("automation");
  private static final Map<String, TestBoard> OPENED = new ConcurrentHashMap<>();

  private SampleBoard() {}

  /// A board on which nothing has ever been.
  public static TestBoard empty() {
    return opened("empty", _ -> {});
  }

  /// A usual morning.
  public static TestBoard busy() {
    return opened("busy", SampleBoard::fill);
  }

  /// More tasks than a column shows.
  public static TestBoard crowded() {
    return opened("crowded", SampleBoard::crowd);
  }

  private static TestBoard opened(String name, Consumer<Filling> content) {
    return OPENED.computeIfAbsent(
        name,
        _ -> {
          Moment clock = new Moment();
          TestBoard opened = new TestBoard(Scratch.folder("board-" + name), clock);
          content.accept(new Filling(opened.board(), clock));
          clock.now = SampleShop.NOW;
          opened.board().tick();
          return opened;
        });
  }

  private static void fill(Filling at) {
    at.minutesAgo(75);
    at.task(
        "intake",
        Priority.URGENT,
        "Aadhaar cards of the wedding party: ask for the missing back sides",
        "Ravi",
        TaskState.IN_PROGRESS);
    at.task("refund_utr", Priority.HIGH, "Refund ₹12.50 to Blue Mango", null, TaskState.NEW);
    at.minutesAgo(52);
    at.task("intake", Priority.HIGH, "Call the school about the exam papers", null, TaskState.NEW);
    at.task(
        "intake",
        Priority.NORMAL,
        "Ask the bank which statement pages it wants",
        "Ravi",
        TaskState.BLOCKED);
    at.minutesAgo(40);
    at.task("refill_paper", Priority.NORMAL, "Refill A4 paper in printer 2", null, TaskState.NEW);
    at.task(
        "review", Priority.LOW, "Look through yesterday’s cancelled visits", "Asha", TaskState.NEW);
    at.task(
        "assessment",
        Priority.NORMAL,
        "Price for 400 bound copies of a thesis",
        "Asha",
        TaskState.IN_PROGRESS);
    at.task("clear_jam", Priority.HIGH, "Clear the jam in printer 1", "Ravi", TaskState.COMPLETED);
    at.task(
        "customer_waiting",
        Priority.NORMAL,
        "Customer at the counter needs help with UPI",
        "Ravi",
        TaskState.COMPLETED);
    at.task(
        "intake", Priority.NORMAL, "Visiting cards for Gupta Sweets", "Ravi", TaskState.CANCELLED);
    at.plans();
  }

  private static void crowd(Filling at) {
    at.minutesAgo(10);
    for (int number = 1; number <= 36; number++) {
      at.task("refill_paper", Priority.NORMAL, "Refill tray " + number, null, TaskState.NEW);
    }
  }

  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  /// What happens on a board before the picture is taken.
  private record Filling(Board board, Moment clock) {
    void minutesAgo(int minutes) {
      clock.now = SampleShop.NOW.minusSeconds(60L * minutes);
    }

    void task(
        String type, Priority priority, String title, @Nullable String who, TaskState state) {
      TaskDraft draft =
          new TaskDraft(type, "counter", priority, title, who, null, TaskDraft.Links.NONE);
      TaskCard card = done(board.tasks().create(draft, SHOP));
      clock.now = clock.now.plusSeconds(40);
      if (state == TaskState.COMPLETED) {
        move(card, TaskState.IN_PROGRESS);
      }
      if (state != TaskState.NEW) {
        move(card, state);
      }
      if (who != null) {
        board.tasks().comment(card.id(), "Spoke to them; they come back at six.", RAVI);
      }
    }

    private void move(TaskCard card, TaskState to) {
      String reason = to == TaskState.CANCELLED ? "Ordered elsewhere" : "";
      done(board.tasks().transition(card.id(), to, reason, RAVI));
    }

    void plans() {
      var festival =
          done(
              board
                  .plans()
                  .create(
                      new PlanDraft(
                          "Before Diwali",
                          List.of(
                              wish("Order 40 reams of A4", Priority.HIGH),
                              wish("Photo paper, glossy", Priority.NORMAL),
                              wish("Price list for greeting cards", Priority.NORMAL))),
                      RAVI));
      var active = done(board.plans().activate(festival.id(), RAVI));
      String first = Objects.requireNonNull(active.items().getFirst().taskId());
      done(board.tasks().assign(first, "Asha", RAVI));
      done(board.tasks().transition(first, TaskState.IN_PROGRESS, "", RAVI));
      done(board.tasks().transition(first, TaskState.COMPLETED, "", RAVI));
      minutesAgo(5);
      done(
          board
              .plans()
              .create(
                  new PlanDraft(
                      "Exam season", List.of(wish("Second printer on loan", Priority.NORMAL))),
                  RAVI));
    }

    private static PlanItem.Wish wish(String title, Priority priority) {
      return new PlanItem.Wish(title, "refill_paper", priority, "counter");
    }
  }

  /// The time as a story needs it.
  private static final class Moment extends Clock {
    private volatile Instant now = SampleShop.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return SampleShop.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
