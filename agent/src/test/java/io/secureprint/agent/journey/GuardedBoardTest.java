// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static io.secureprint.agent.access.TestStaff.enter;
import static io.secureprint.agent.access.TestStaff.id;
import static io.secureprint.agent.access.TestStaff.pin;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.store.TestBoard;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class GuardedBoardTest {
  private static final Refusal NEEDS_PIN = new Refusal.NotAllowed("PIN_NEEDED");
  private static final Caller SHOP = Caller.system("automation");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private TestBoard behind;

  @BeforeEach
  void open() {
    behind = new TestBoard(folder.resolve("board"), clock);
  }

  @AfterEach
  void close() {
    behind.close();
  }

  /// What each wish takes, for an auditor, somebody of the staff and the owner, whose PINs have grown
  /// old: `yes` when the login is enough, `pin` when one must be typed, `no` when the role is not
  /// enough.
  @ParameterizedTest
  @CsvSource({
    "create, no, yes, yes",
    "move, no, yes, yes",
    "assign, no, yes, yes",
    "prioritise, no, yes, yes",
    "rename, no, yes, yes",
    "comment, no, yes, yes",
    "plan, no, yes, yes",
    "rewrite, no, yes, yes",
    "activate, no, yes, yes",
    "open, no, no, pin",
    "promise, no, no, pin",
    "withdraw, no, no, pin",
    "keep, no, no, pin"
  })
  void whatEachWishTakes(String wish, String auditor, String staff, String owner)
      throws IOException {
    staff().hire();
    assertThat(List.of(may("Meena", wish), may("Ravi", wish), may("Asha", wish)))
        .containsExactly(auditor, staff, owner);
  }

  @Test
  void whatAPersonDoesStandsInTheHistoryByName() throws IOException {
    staff().hire();
    Shift shift = staff().shift();
    enter(shift, "Ravi");
    GuardedTasks tasks = new GuardedBoard(behind.board(), shift).tasks();
    Task task = done(tasks.create(draft(), "console")).task();
    done(tasks.move(task, TaskState.IN_PROGRESS, "", "console"));
    assertThat(behind.events(task.id()))
        .containsExactly("TaskCreated Ravi", "TaskStateChanged Ravi");
    assertThat(tasks.history(task.id()))
        .extracting(happening -> happening.type() + " " + happening.actor() + " " + happening.state())
        .containsExactly("TaskCreated Ravi NEW", "TaskStateChanged Ravi IN_PROGRESS");
  }

  @Test
  void aShopWithoutPinsBooksWhatTheScreenCallsItself() {
    GuardedBoard board = new GuardedBoard(behind.board(), staff().shift());
    Task task = done(board.tasks().create(draft(), "console")).task();
    assertThat(behind.events(task.id())).containsExactly("TaskCreated console");
    assertThat(board.present()).isEmpty();
    assertThat(board.workers()).isEmpty();
  }

  @Test
  void whoSawAnOlderTaskIsTold() {
    GuardedTasks tasks = new GuardedBoard(behind.board(), staff().shift()).tasks();
    Task seen = task();
    done(behind.board().tasks().assign(seen.id(), "Ravi", SHOP));
    assertThat(refused(tasks.move(seen, TaskState.IN_PROGRESS, "", "console")))
        .isEqualTo(new Refusal.Conflict("CHANGED_MEANWHILE"));
  }

  @Test
  void onlyWhoMayWorkOnTasksCanBeGivenOne() throws IOException {
    staff().hire();
    Shift shift = staff().shift();
    enter(shift, "Meena");
    GuardedBoard board = new GuardedBoard(behind.board(), shift);
    assertThat(board.workers()).containsExactlyInAnyOrder("Asha", "Ravi");
    assertThat(board.present()).contains("Meena");
  }

  private String may(String name, String wish) {
    Shift shift = staff().shift();
    enter(shift, name);
    clock.pass(TestStaff.AGAIN.plusSeconds(1));
    GuardedBoard board = new GuardedBoard(behind.board(), shift);
    if (!isRefused(ask(board, wish))) {
      return "yes";
    }
    shift.asksBy(
        asked ->
            shift.authorize(asked.permission(), id(shift, name), pin(name))
                instanceof Shift.Entry.Open);
    return isRefused(ask(board, wish)) ? "no" : "pin";
  }

  private Answer<?> ask(GuardedBoard board, String wish) {
    GuardedTasks tasks = board.tasks();
    return switch (wish) {
      case "create" -> tasks.create(draft(), "console");
      case "move" -> tasks.move(task(), TaskState.BLOCKED, "", "console");
      case "assign" -> tasks.assign(task(), "Asha", "console");
      case "prioritise" -> tasks.prioritise(task(), Priority.HIGH, "console");
      case "rename" -> tasks.rename(task(), "Refill tray 2", "console");
      case "comment" -> tasks.comment(task().id(), "No paper left", "console");
      case "plan" -> board.plans().create(plan(), "console");
      case "rewrite" -> board.plans().rewrite(drafted(), plan(), "console");
      case "activate" -> board.plans().move(drafted(), ActionPlanState.ACTIVE, "console");
      case "open" -> board.promises().open("console");
      case "promise" ->
          board
              .promises()
              .promise(new PolicyDraft("*", "intake", Duration.ofMinutes(30)), "console");
      case "withdraw" ->
          board
              .promises()
              .withdraw(behind.board().sla().policies().getFirst(), "console");
      default ->
          board
              .promises()
              .keep(CalendarDraft.of(behind.board().sla().calendar()), "console");
    };
  }

  private Task task() {
    return done(behind.board().tasks().create(draft(), SHOP)).task();
  }

  private ActionPlan drafted() {
    return done(behind.board().plans().create(plan(), SHOP));
  }

  private static TaskDraft draft() {
    return new TaskDraft("intake", "counter", Priority.NORMAL, "Look at it");
  }

  private static PlanDraft plan() {
    return new PlanDraft(
        "Diwali", List.of(new PlanItem.Wish("Order paper", "review", Priority.HIGH, "counter")));
  }

  private static boolean isRefused(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> _ -> false;
      case Answer.Refused<?>(Refusal why) -> {
        assertThat(why).isEqualTo(NEEDS_PIN);
        yield true;
      }
    };
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  private static Refusal refused(Answer<TaskCard> answer) {
    return switch (answer) {
      case Answer.Done<TaskCard>(TaskCard value) -> throw new AssertionError("done: " + value);
      case Answer.Refused<TaskCard>(Refusal why) -> why;
    };
  }

  private TestStaff staff() {
    return new TestStaff(folder, clock, new ArrayList<>());
  }
}
