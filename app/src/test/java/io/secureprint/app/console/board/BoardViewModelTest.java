// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.console.board.BoardHand.ELSEWHERE;
import static io.secureprint.app.console.board.BoardHand.done;
import static io.secureprint.app.console.board.BoardHand.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.console.board.BoardViewModel.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class BoardViewModelTest {
  @TempDir private Path folder;
  private BoardHand hand;
  private BoardViewModel model;

  @BeforeEach
  void open() {
    hand = new BoardHand(folder, "Ravi");
    model = hand.model;
  }

  @AfterEach
  void close() {
    hand.close();
  }

  @Test
  void anEmptyBoardSaysSoAndAnEmptySearchSaysSomethingElse() {
    assertThat(model.state().get()).isEqualTo(State.LOADING);
    model.onShown(true);
    assertThat(model.state().get()).isEqualTo(State.EMPTY);
    model.filters().text().set("toner");
    assertThat(model.state().get()).isEqualTo(State.NO_MATCH);
  }

  @Test
  void theMostUrgentComeFirstAndAColumnIsBounded() {
    hand.task("Low", Priority.LOW, null);
    hand.task("Urgent", Priority.URGENT, null);
    for (int number = 0; number < BoardViewModel.EACH; number++) {
      hand.task("Another", Priority.NORMAL, null);
    }
    model.onShown(true);
    assertThat(hand.titles(TaskState.NEW)).hasSize(BoardViewModel.EACH).startsWith("Urgent");
    assertThat(sight().columns().getFirst().more()).isEqualTo(2);
  }

  @Test
  void aMoveIsSeenAtOnceAndBookedByName() {
    TaskCard task = hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onMove(hand.shown("Refill tray 2"), TaskState.IN_PROGRESS);
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Nothing());
    assertThat(hand.titles(TaskState.IN_PROGRESS)).containsExactly("Refill tray 2");
    assertThat(hand.behind.events(task.id())).endsWith("TaskStateChanged Ravi");
  }

  @Test
  void aMoveThatIsRefusedTellsWhyAndWhatIsAllowed() {
    hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onMove(hand.shown("Refill tray 2"), TaskState.COMPLETED);
    Refusal.NotMoved never = (Refusal.NotMoved) refusal(model.outcome().get());
    assertThat(never.code()).isEqualTo("INVALID_TRANSITION");
    assertThat(never.move().allowed()).containsExactly("in_progress", "blocked", "cancelled");

    model.card().onMove(hand.shown("Refill tray 2"), TaskState.IN_PROGRESS);
    model.card().onMove(hand.shown("Refill tray 2"), TaskState.COMPLETED);
    Refusal.NotMoved notYet = (Refusal.NotMoved) refusal(model.outcome().get());
    assertThat(notYet.move().reasons())
        .extracting(reason -> reason.code())
        .containsExactly("TASK_NOT_ASSIGNED");
    assertThat(hand.titles(TaskState.IN_PROGRESS)).containsExactly("Refill tray 2");
  }

  @Test
  void cancellingAsksForAReasonThatStandsUnderTheTask() {
    hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onMove(hand.shown("Refill tray 2"), TaskState.CANCELLED);
    assertThat(model.card().wanted().get()).isEqualTo(TaskState.CANCELLED);
    assertThat(hand.titles(TaskState.CANCELLED)).isEmpty();
    model.card().reason().set("Tray 2 is gone");
    model.card().onReason();
    assertThat(hand.titles(TaskState.CANCELLED)).containsExactly("Refill tray 2");
    assertThat(model.card().wanted().get()).isNull();
    assertThat(opened().comments()).extracting(Comment::words).containsExactly("Tray 2 is gone");
    assertThat(opened().history()).last().extracting(each -> each.state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void whoMovesWhatSomebodyElseHasChangedIsToldAndSeesIt() {
    TaskCard task = hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    TaskCard seen = hand.shown("Refill tray 2");
    done(hand.board().tasks().assign(task.id(), "Asha", ELSEWHERE));
    model.card().onMove(seen, TaskState.IN_PROGRESS);
    assertThat(refusal(model.outcome().get()).code()).isEqualTo("CHANGED_MEANWHILE");
  }

  @Test
  void whatHappensElsewhereAppearsByItselfWhileItIsInSight() {
    model.onShown(true);
    hand.task("From a workflow", Priority.HIGH, null);
    await()
        .until(
            () -> {
              hand.hear();
              return hand.titles(TaskState.NEW).contains("From a workflow");
            });
    model.onShown(false);
    hand.clock.pass(Duration.ofSeconds(1));
    hand.task("Out of sight", Priority.HIGH, null);
    await().until(() -> hand.board().figures().get().tasks().containsValue(2L));
    hand.hear();
    assertThat(hand.titles(TaskState.NEW)).containsExactly("From a workflow");
    model.onShown(true);
    assertThat(hand.titles(TaskState.NEW)).containsExactly("From a workflow", "Out of sight");
  }

  @Test
  void filtersPickMineLateOnesAndAPriority() {
    hand.task("Late and mine", Priority.HIGH, "Ravi");
    hand.clock.pass(Duration.ofHours(2));
    hand.board().tick();
    hand.task("Mine", Priority.LOW, "Ravi");
    hand.task("Hers", Priority.HIGH, "Asha");
    model.onShown(true);
    model.filters().mine().set(true);
    assertThat(hand.titles(TaskState.NEW)).containsExactly("Late and mine", "Mine");
    model.filters().late().set(true);
    assertThat(hand.titles(TaskState.NEW)).containsExactly("Late and mine");
    model.filters().mine().set(false);
    model.filters().late().set(false);
    model.filters().priority().set(Priority.HIGH);
    assertThat(hand.titles(TaskState.NEW)).containsExactly("Late and mine", "Hers");
    model.filters().type().set("review");
    assertThat(model.state().get()).isEqualTo(State.NO_MATCH);
  }

  @Test
  void theOpenTaskIsGivenPressedAndWrittenUnder() {
    hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onOpen(hand.shown("Refill tray 2"));
    model.card().onAssign(" Ravi ");
    model.card().onPrioritise(Priority.URGENT);
    model.card().comment().set("Paper is in the back room");
    model.card().onComment();
    assertThat(opened().card().task().assignee()).isEqualTo("Ravi");
    assertThat(opened().card().task().priority()).isEqualTo(Priority.URGENT);
    assertThat(opened().comments())
        .extracting(Comment::words)
        .containsExactly("Paper is in the back room");
    assertThat(model.card().comment().get()).isEmpty();
    model.card().onAssign("");
    assertThat(opened().card().task().assignee()).isNull();
  }

  @Test
  void aTaskIsCalledOtherwiseAndAWrongNameCanBeTypedAnew() {
    hand.task("Refill tray 2", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onOpen(hand.shown("Refill tray 2"));
    model.card().onRename();
    assertThat(model.card().title().get()).isEqualTo("Refill tray 2");
    model.card().title().set(" ");
    model.card().onCalled();
    assertThat(refusal(model.outcome().get()).code()).isEqualTo("TASK_TITLE_WRONG");
    assertThat(model.card().renaming().get()).isTrue();
    model.card().title().set("Refill tray 3 ");
    model.card().onCalled();
    assertThat(model.card().renaming().get()).isFalse();
    assertThat(hand.titles(TaskState.NEW)).containsExactly("Refill tray 3");
    assertThat(opened().card().task().title()).isEqualTo("Refill tray 3");
  }

  @Test
  void aHalfWrittenCommentWaitsUnderItsTask() {
    hand.task("Refill tray 2", Priority.NORMAL, null);
    hand.task("Refill tray 3", Priority.NORMAL, null);
    model.onShown(true);
    model.card().onOpen(hand.shown("Refill tray 2"));
    model.card().comment().set("Paper is");
    model.card().onOpen(hand.shown("Refill tray 3"));
    assertThat(model.card().comment().get()).isEmpty();
    model.card().onOpen(hand.shown("Refill tray 2"));
    assertThat(model.card().comment().get()).isEqualTo("Paper is");
    model.card().onComment();
    model.card().onClose();
    model.card().onOpen(hand.shown("Refill tray 2"));
    assertThat(model.card().comment().get()).isEmpty();
  }

  @Test
  void aNewTaskTellsWhatIsWrongAtItsFieldAndIsMadeOtherwise() {
    model.onShown(true);
    NewTaskViewModel draft = model.newTask();
    draft.open().set(true);
    draft.onCreate();
    assertThat(draft.fault("title")).contains("TASK_TITLE_WRONG");
    assertThat(draft.fault("area")).isEmpty();
    draft.title().set("Refill tray 2");
    draft.priority().set(Priority.HIGH);
    draft.onCreate();
    assertThat(draft.open().get()).isFalse();
    assertThat(draft.title().get()).isEmpty();
    assertThat(hand.titles(TaskState.NEW)).containsExactly("Refill tray 2");
  }

  @Test
  void aNewTaskIsWantedByADayAndATime() {
    model.onShown(true);
    NewTaskViewModel draft = model.newTask();
    ZoneId zone = hand.board().sla().calendar().zone();
    LocalDate tomorrow = LocalDate.ofInstant(hand.clock.instant(), zone).plusDays(1);
    draft.title().set("Bind the thesis");
    draft.due().time().set("९:३०");
    draft.onCreate();
    assertThat(draft.fault("due")).as("a time of no day").contains("TASK_DUE_WRONG");
    draft.due().day().set(tomorrow);
    draft.onCreate();
    assertThat(due("Bind the thesis")).isEqualTo(tomorrow.atTime(9, 30).atZone(zone).toInstant());
    assertThat(draft.due().day().get()).isNull();
    assertThat(draft.due().time().get()).isEmpty();
  }

  @Test
  void withoutATimeATaskIsWantedBeforeTheShopCloses() {
    CalendarDraft hours =
        new CalendarDraft(
            "Asia/Kolkata", Map.of("monday", List.of("09:00-13:00", "14:00-20:00")), Map.of());
    done(hand.board().sla().keep(hours, ELSEWHERE));
    model.onShown(true);
    NewTaskViewModel draft = model.newTask();
    LocalDate monday = LocalDate.parse("2026-11-30");
    draft.title().set("Bind the thesis");
    draft.due().day().set(monday);
    draft.onCreate();
    draft.title().set("Bind it again");
    draft.due().day().set(monday.plusDays(1));
    draft.onCreate();
    assertThat(due("Bind the thesis")).isEqualTo("2026-11-30T14:30:00Z");
    assertThat(due("Bind it again")).as("a day on which it is closed").isEqualTo("2026-12-01T18:29:00Z");
  }

  @Test
  void whoOnlyLooksChangesNothing() {
    hand.close();
    hand = new BoardHand(folder, "Meena");
    hand.task("Refill tray 2", Priority.NORMAL, null);
    hand.model.onShown(true);
    hand.model.card().onMove(hand.shown("Refill tray 2"), TaskState.IN_PROGRESS);
    assertThat(refusal(hand.model.outcome().get()).code()).isEqualTo("PIN_NEEDED");
  }

  private BoardViewModel.Sight sight() {
    return Objects.requireNonNull(model.sight().get());
  }

  private Instant due(String title) {
    return Objects.requireNonNull(hand.shown(title).task().live().due());
  }

  private OpenCard opened() {
    return Objects.requireNonNull(model.card().opened().get());
  }
}
