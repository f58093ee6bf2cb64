// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static io.secureprint.agent.store.BoardShop.ASHA;
import static io.secureprint.agent.store.BoardShop.AT_ONCE;
import static io.secureprint.agent.store.BoardShop.PARTNER;
import static io.secureprint.agent.store.BoardShop.SHOP;
import static io.secureprint.agent.store.BoardShop.done;
import static io.secureprint.agent.store.BoardShop.draft;
import static io.secureprint.agent.store.BoardShop.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDesk;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.board.TransitionTally;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;
import io.secureprint.agent.kernel.RefusedMove;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Tasks from being made to being over.
@OnBothDatabases
final class TaskDeskTest extends OpenBoard {
  @Test
  void aTaskIsFoundAsItWasWished() {
    TaskDraft draft =
        new TaskDraft(
            "refill_paper", "printer 2", Priority.URGENT, "काग़ज़ भरें", "Asha",
            clock.instant().plus(Duration.ofHours(3)),
            new TaskDraft.Links(null, "e".repeat(32), "s-1"));
    TaskCard made = done(shop.board.tasks().create(draft, PARTNER.within("corr-1")));
    assertThat(shop.find(made)).isEqualTo(made);
    assertThat(made.task().title()).isEqualTo("काग़ज़ भरें");
    assertThat(made.task().state()).isEqualTo(TaskState.NEW);
    assertThat(made.task().revision()).isEqualTo(1);
    assertThat(made.task().origin().correlationId()).isEqualTo("corr-1");
    assertThat(made.promise()).as("no promise for such tasks").isNull();
    assertThat(shop.events(made.id())).containsExactly("TaskCreated partner");
    assertThat(shop.strings("select correlation_id from event")).containsExactly("corr-1");
  }

  @Test
  void aMoveStandsTogetherWithItsEventAndItsReason() {
    TaskCard task = shop.task("intake");
    done(shop.board.tasks().transition(task.id(), TaskState.CANCELLED, "came twice", ASHA));
    assertThat(shop.find(task).task().state()).isEqualTo(TaskState.CANCELLED);
    assertThat(shop.events(task.id())).containsExactly("TaskCreated Asha", "TaskStateChanged Asha");
    assertThat(shop.payload(task.id(), "TaskStateChanged"))
        .isEqualTo(
            Map.of(
                "task_type", "intake", "area", "front", "priority", "normal", "state", "cancelled",
                "from", "new", "to", "cancelled", "new_state", "cancelled",
                "reason", "came twice"));
    assertThat(shop.board.tasks().comments(task.id()))
        .containsExactly(new Comment("Asha", clock.instant(), "came twice"));
  }

  @Test
  void whoMovesATaskMayNameWhoDoesItAndBothAreTold() {
    TaskCard task = shop.task("intake");
    TaskDesk.Way early = new TaskDesk.Way(TaskState.COMPLETED, "", "Ravi");
    assertThat(refused(shop.board.tasks().transition(task.id(), early, PARTNER)).code())
        .isEqualTo("INVALID_TRANSITION");
    assertThat(shop.find(task)).isEqualTo(task);
    TaskDesk.Way taken = new TaskDesk.Way(TaskState.IN_PROGRESS, "", "Ravi");
    TaskCard moved = done(shop.board.tasks().transition(task.id(), taken, PARTNER));
    assertThat(moved.task().assignee()).isEqualTo("Ravi");
    assertThat(moved.task().revision()).isEqualTo(2);
    assertThat(shop.events(task.id()))
        .containsExactly("TaskCreated Asha", "TaskAssigned partner", "TaskStateChanged partner");
    assertThat(shop.payload(task.id(), "TaskAssigned").get("assignee")).isEqualTo("Ravi");
  }

  @Test
  void aRefusedMoveChangesNothingAndSaysEverything() {
    TaskCard task = shop.task("intake");
    shop.move(task.id(), TaskState.IN_PROGRESS);
    shop.move(task.id(), TaskState.COMPLETED);
    Refusal why =
        refused(shop.board.tasks().transition(task.id(), TaskState.IN_PROGRESS, "", ASHA));
    assertThat(why.code()).isEqualTo("INVALID_TRANSITION");
    assertThat(why)
        .isEqualTo(
            new Refusal.NotMoved(new RefusedMove.NoSuchMove("completed", "in_progress", List.of())));
    assertThat(shop.find(task).task().revision()).isEqualTo(3);
    assertThat(shop.events(task.id())).hasSize(3);
    assertThat(shop.board.transitions().counts())
        .containsEntry(
            new TransitionTally.Key("task", "success"), 2L)
        .containsEntry(
            new TransitionTally.Key("task", "refused"), 1L);
  }

  @Test
  void aScreenLearnsWhichWaysAreOpenAndWhyOthersAreNot() {
    TaskCard task = shop.task("intake");
    TaskCard begun = shop.move(task.id(), TaskState.IN_PROGRESS);
    List<Choice<TaskState>> moves =
        shop.board.tasks().moves(begun.task(), Caller.Kind.PERSON);
    assertThat(moves)
        .extracting(Choice::to, choice -> choice.objections().size())
        .containsExactly(
            tuple(TaskState.BLOCKED, 0),
            tuple(TaskState.COMPLETED, 1),
            tuple(TaskState.CANCELLED, 1));
  }

  @Test
  void whatPeopleChangeIsKeptUntilTheTaskIsOver() {
    TaskCard task = shop.task("review");
    var desk = shop.board.tasks();
    done(desk.assign(task.id(), "Ravi", ASHA));
    done(desk.prioritise(task.id(), Priority.HIGH, ASHA));
    done(desk.rename(task.id(), "Look twice", ASHA));
    done(desk.comment(task.id(), "first line\nsecond", ASHA));
    TaskCard now = shop.find(task);
    assertThat(now.task().assignee()).isEqualTo("Ravi");
    assertThat(now.task().priority()).isEqualTo(Priority.HIGH);
    assertThat(now.task().title()).isEqualTo("Look twice");
    assertThat(now.task().revision()).isEqualTo(5);
    assertThat(shop.events(task.id()))
        .containsExactly(
            "TaskCreated Asha", "TaskAssigned Asha", "TaskPrioritised Asha", "TaskRenamed Asha",
            "TaskCommented Asha");
    assertThat(done(desk.assign(task.id(), null, ASHA)).task().assignee()).isNull();

    shop.move(task.id(), TaskState.CANCELLED);
    assertThat(refused(desk.rename(task.id(), "x", ASHA)).code()).isEqualTo("TASK_OVER");
    assertThat(refused(desk.assign(task.id(), "Ravi", ASHA)).code()).isEqualTo("TASK_OVER");
    assertThat(refused(desk.prioritise(task.id(), Priority.LOW, ASHA)).code())
        .isEqualTo("TASK_OVER");
    done(desk.comment(task.id(), "it was nothing", ASHA));
    assertThat(desk.comments(task.id())).hasSize(3);
  }

  @Test
  void whoReadAnOlderRevisionDoesNotOverwriteANewerOne() {
    TaskCard task = shop.task("review");
    done(shop.board.tasks().rename(task.id(), "Newer", ASHA.having(1)));
    assertThat(refused(shop.board.tasks().rename(task.id(), "Older", ASHA.having(1))))
        .isEqualTo(new Refusal.Conflict("CHANGED_MEANWHILE"));
    assertThat(shop.find(task).task().title()).isEqualTo("Newer");
  }

  @Test
  void aWishThatComesTwiceIsGrantedOnce() {
    Caller once = PARTNER.once("cmd-1");
    TaskCard first = done(shop.board.tasks().create(draft("intake", "A"), once));
    assertThat(done(shop.board.tasks().create(draft("intake", "A"), once))).isEqualTo(first);
    assertThat(refused(shop.board.tasks().create(draft("intake", "B"), once)))
        .isEqualTo(new Refusal.Conflict("COMMAND_REUSED"));
    assertThat(done(shop.board.tasks().create(draft("intake", "A"), SHOP.once("cmd-1"))).id())
        .as("another's ids are its own")
        .isNotEqualTo(first.id());

    Caller start = PARTNER.once("cmd-2");
    done(shop.board.tasks().transition(first.id(), TaskState.IN_PROGRESS, "", start));
    done(shop.board.tasks().transition(first.id(), TaskState.IN_PROGRESS, "", start));
    assertThat(shop.events(first.id()))
        .containsExactly("TaskCreated partner", "TaskStateChanged partner");
    assertThat(shop.board.transitions().counts())
        .containsOnly(entry(new TransitionTally.Key("task", "success"), 1L));

    clock.pass(Duration.ofDays(8));
    done(shop.board.tasks().create(draft("intake", "B"), PARTNER.once("cmd-3")));
    assertThat(shop.strings("select command_id from board_command")).containsExactly("cmd-3");
  }

  @Test
  void aWishThatComesTwiceAtOnceIsGrantedOnceToo() {
    for (int round = 0; round < 20; round++) {
      Caller once = PARTNER.once("both-" + round);
      List<CompletableFuture<Answer<TaskCard>>> both = new ArrayList<>();
      for (int twin = 0; twin < 4; twin++) {
        both.add(
            CompletableFuture.supplyAsync(
                () -> shop.board.tasks().create(draft("intake", "A"), once), AT_ONCE));
      }
      Set<String> made =
          both.stream().map(each -> done(each.join()).id()).collect(Collectors.toSet());
      assertThat(made).hasSize(1);
    }
    assertThat(shop.strings("select id from task")).hasSize(20);
  }

  @Test
  void aMoveThatComesTwiceAtOnceIsMadeOnceAndRefusedToNobody() {
    for (int round = 0; round < 20; round++) {
      TaskCard task = shop.task("intake");
      Caller once = PARTNER.once("move-" + round);
      List<CompletableFuture<Answer<TaskCard>>> both = new ArrayList<>();
      for (int twin = 0; twin < 3; twin++) {
        both.add(
            CompletableFuture.supplyAsync(
                () -> shop.board.tasks().transition(task.id(), TaskState.IN_PROGRESS, "", once),
                AT_ONCE));
      }
      both.forEach(each -> done(each.join()));
      assertThat(shop.events(task.id())).hasSize(2);
    }
  }

  @Test
  void ofTwoWhoMoveATaskAtOnceOneIsRefused() {
    for (int round = 0; round < 20; round++) {
      TaskCard task = shop.task("intake");
      List<CompletableFuture<Answer<TaskCard>>> both = new ArrayList<>();
      for (int who = 0; who < 3; who++) {
        both.add(
            CompletableFuture.supplyAsync(
                () -> shop.board.tasks().transition(task.id(), TaskState.IN_PROGRESS, "", ASHA),
                AT_ONCE));
      }
      assertThat(both.stream().filter(each -> each.join() instanceof Answer.Done).count())
          .isEqualTo(1);
      assertThat(shop.events(task.id())).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Intake, front, Look, Asha, TASK_TYPE_WRONG",
    "in take, front, Look, Asha, TASK_TYPE_WRONG",
    "'', front, Look, Asha, TASK_TYPE_WRONG",
    "intake, *, Look, Asha, TASK_AREA_WRONG",
    "intake, '', Look, Asha, TASK_AREA_WRONG",
    "intake, front, ' ', Asha, TASK_TITLE_WRONG",
    "intake, front, 'a\u0000b', Asha, TASK_TITLE_WRONG",
    "intake, front, 'a\u202Eb', Asha, TASK_TITLE_WRONG",
    "intake, front, 'a\uD800', Asha, TASK_TITLE_WRONG",
    "intake, front, Look, ' Asha', TASK_PERSON_WRONG",
  })
  void whatDoesNotFitIsRefusedWithItsCode(
      String type, String area, String title, String person, String code) {
    TaskDraft draft =
        new TaskDraft(type, area, Priority.LOW, title, person, null, TaskDraft.Links.NONE);
    assertThat(refused(shop.board.tasks().create(draft, PARTNER)).code()).isEqualTo(code);
    assertThat(shop.strings("select id from task")).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    TaskDraft draft =
        new TaskDraft(
            "x".repeat(41), "y".repeat(41), Priority.LOW, "z".repeat(201), "w".repeat(41),
            null, new TaskDraft.Links("'", "/", " "));
    assertThat(refused(shop.board.tasks().create(draft, PARTNER)))
        .isInstanceOfSatisfying(
            Refusal.Wrong.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(Refusal.Fault::field)
                    .containsExactly(
                        "type", "area", "title", "assignee", "plan_id", "execution_id",
                        "session_id"));
  }

  @Test
  void aDueTimeLiesAheadWhenItIsFirstWished() {
    Instant due = clock.instant().plusSeconds(60);
    Caller once = PARTNER.once("due");
    TaskCard made = done(shop.board.tasks().create(due(due), once));
    clock.pass(Duration.ofHours(1));
    assertThat(done(shop.board.tasks().create(due(due), once)).id()).isEqualTo(made.id());
    assertThat(refused(shop.board.tasks().create(due(due), PARTNER)))
        .isEqualTo(new Refusal.Wrong("due", "TASK_DUE_WRONG"));
    assertThat(refused(shop.board.tasks().create(due(Instant.MAX), PARTNER)).code())
        .isEqualTo("TASK_DUE_WRONG");
  }

  private static TaskDraft due(Instant at) {
    return new TaskDraft(
        "intake", "front", Priority.NORMAL, "A", null, at, TaskDraft.Links.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ключ", "a\n"})
  void idsThatProgramsMakeUpAreBounded(String id) {
    assertThat(refused(shop.board.tasks().create(draft("intake", "A"), PARTNER.once(id))).code())
        .isEqualTo("COMMAND_WRONG");
    assertThat(refused(shop.board.tasks().create(draft("intake", "A"), PARTNER.within(id))).code())
        .isEqualTo("COMMAND_WRONG");
  }

  @Test
  void theLongestThatFitsFits() {
    TaskCard task =
        done(
            shop.board
                .tasks()
                .create(
                    new TaskDraft(
                        "x".repeat(40), "क".repeat(40), Priority.LOW, "स".repeat(200),
                        "अ".repeat(40), null, TaskDraft.Links.NONE),
                    new Caller(Caller.Kind.PROGRAM, "p".repeat(40), "c".repeat(64), "d".repeat(64), null)));
    done(shop.board.tasks().comment(task.id(), "\"".repeat(1_000), ASHA));
    done(shop.board.tasks().comment(task.id(), "two\r\nlines", ASHA));
    done(shop.board.tasks().transition(task.id(), TaskState.CANCELLED, "\"".repeat(200), ASHA));
    assertThat(refused(shop.board.tasks().comment(task.id(), "y".repeat(1_001), ASHA)).code())
        .isEqualTo("TASK_WORDS_WRONG");
    for (String reason : List.of("y".repeat(201), "two\nlines")) {
      assertThat(
              refused(shop.board.tasks().transition(task.id(), TaskState.BLOCKED, reason, ASHA))
                  .code())
          .isEqualTo("TASK_WORDS_WRONG");
    }
    assertThat(refused(shop.board.tasks().comment(task.id(), " \n", ASHA)).code())
        .isEqualTo("TASK_WORDS_WRONG");
  }

  @Test
  void nothingIsDoneToWhatIsNotThere() {
    for (String id : List.of("nobody", "", "a\u0000b", "\uD800", "x".repeat(100_000))) {
      assertThat(shop.board.tasks().find(id)).isEmpty();
      assertThat(shop.board.tasks().comments(id)).isEmpty();
      assertThat(shop.board.plans().find(id)).isEmpty();
      assertThat(refused(shop.board.plans().activate(id, ASHA)).code()).isEqualTo("PLAN_UNKNOWN");
      assertThat(refused(shop.board.tasks().assign(id, null, ASHA)).code())
          .isEqualTo("TASK_UNKNOWN");
    }
    assertThat(refused(shop.board.tasks().comment("nobody", "x", ASHA)))
        .isEqualTo(new Refusal.Unknown("TASK_UNKNOWN"));
    assertThat(refused(shop.board.tasks().transition("' or 1=1", TaskState.BLOCKED, "", ASHA)))
        .isEqualTo(new Refusal.Unknown("TASK_UNKNOWN"));
  }
}
