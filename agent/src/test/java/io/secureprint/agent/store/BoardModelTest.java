// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static io.secureprint.agent.store.BoardShop.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random days at the board, against a model that knows nothing of instants: it counts the minutes in
/// which a task was open and not blocked.
@OnBothDatabases
final class BoardModelTest {
  private static final List<String> TYPES = List.of("intake", "review", "clear_jam");
  private static final Map<String, Integer> PROMISED = Map.of("intake", 60, "review", 120);
  private static final List<TaskState> STATES = List.of(TaskState.values());

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final Map<String, Model> tasks = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private int moved;

  @Test
  void randomDaysAreAsTheModelSays() throws Database.Unusable {
    Random random = new Random(2_026);
    for (int day = 0; day < 5; day++) {
      // Each day the shop is opened anew on what the day before left.
      try (Database database = kind.open(folder);
          BoardShop shop = new BoardShop(database, clock, Promises.Sharing.NOBODY_ELSE)) {
        for (int move = 0; move < 120; move++) {
          move(shop, random);
          shop.board.tick();
        }
        compare(shop);
      }
    }
    assertThat(moved).isGreaterThan(100);
    assertThat(tasks.values()).anyMatch(task -> task.broken).anyMatch(task -> task.state.over());
  }

  private void move(BoardShop shop, Random random) {
    if (ids.isEmpty() || random.nextInt(6) == 0) {
      create(shop, random);
      return;
    }
    // Mostly those that are still at work.
    String id = ids.get(ids.size() - 1 - random.nextInt(Math.min(10, ids.size())));
    Model model = tasks.getOrDefault(id, new Model("none"));
    switch (random.nextInt(6)) {
      case 0 -> pass(random.nextInt(25));
      case 1 -> assign(shop, id, model, random.nextBoolean() ? "Ravi" : null);
      case 2 -> prioritise(shop, id, model, random.nextBoolean() ? Priority.LOW : Priority.HIGH);
      default -> transition(shop, id, model, random);
    }
  }

  private void create(BoardShop shop, Random random) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    TaskCard card =
        done(shop.board.tasks().create(BoardShop.draft(type, "A task"), BoardShop.ASHA));
    tasks.put(card.id(), new Model(type));
    ids.add(card.id());
  }

  private void pass(int minutes) {
    clock.pass(Duration.ofMinutes(minutes));
    tasks.values().forEach(task -> task.pass(minutes));
  }

  private static void assign(BoardShop shop, String id, Model model, @Nullable String who) {
    Answer<TaskCard> answer = shop.board.tasks().assign(id, who, BoardShop.ASHA);
    assertThat(answer instanceof Answer.Done).isEqualTo(!model.state.over());
    if (!model.state.over()) {
      model.assignee = who;
      model.revision++;
    }
  }

  private static void prioritise(BoardShop shop, String id, Model model, Priority priority) {
    Answer<TaskCard> answer = shop.board.tasks().prioritise(id, priority, BoardShop.ASHA);
    assertThat(answer instanceof Answer.Done).isEqualTo(!model.state.over());
    if (!model.state.over()) {
      model.priority = priority;
      model.revision++;
    }
  }

  private void transition(BoardShop shop, String id, Model model, Random random) {
    List<TaskState> ways = List.copyOf(TaskState.LIFECYCLE.allowedFrom(model.state));
    List<TaskState> from = ways.isEmpty() || random.nextInt(3) == 0 ? STATES : ways;
    TaskState to = from.get(random.nextInt(from.size()));
    String reason = random.nextInt(3) == 0 ? "" : "so it is";
    Caller caller = random.nextInt(4) == 0 ? BoardShop.SHOP : BoardShop.ASHA;
    String expected = model.refusal(to, reason, caller);
    Answer<TaskCard> answer = shop.board.tasks().transition(id, to, reason, caller);
    switch (answer) {
      case Answer.Done<TaskCard> _ -> {
        assertThat(expected).isEmpty();
        model.state = to;
        model.revision++;
        model.moves++;
        moved++;
      }
      case Answer.Refused<TaskCard>(Refusal why) -> assertThat(why.code()).isEqualTo(expected);
    }
  }

  private void compare(BoardShop shop) {
    tasks.forEach(
        (id, model) -> {
          TaskCard card = shop.board.tasks().find(id).orElseThrow();
          assertThat(card.task().state()).isEqualTo(model.state);
          assertThat(card.task().assignee()).isEqualTo(model.assignee);
          assertThat(card.task().priority()).isEqualTo(model.priority);
          assertThat(card.task().revision()).isEqualTo(model.revision);
          SlaClock promise = card.promise();
          assertThat(promise == null ? null : promise.state())
              .as("%s after %s minutes", model.type, model.minutes)
              .isEqualTo(model.clock());
          List<String> events = shop.events(id).stream().map(each -> each.split(" ", 2)[0]).toList();
          assertThat(events.stream().filter("TaskStateChanged"::equals)).hasSize(model.moves);
          assertThat(events.stream().filter("SlaBreached"::equals)).hasSize(model.broken ? 1 : 0);
          assertThat(events.stream().filter("SlaWarned"::equals)).hasSize(model.warned ? 1 : 0);
        });
    BoardFigures figures = shop.board.count();
    for (TaskState state : STATES) {
      assertThat(figures.tasks().getOrDefault(state, 0L))
          .isEqualTo(tasks.values().stream().filter(task -> task.state == state).count());
    }
    assertThat(figures.promises().breached())
        .isEqualTo(tasks.values().stream().filter(task -> task.broken).count());
  }

  private static final class Model {
    private final String type;
    private final int promised;
    private TaskState state = TaskState.NEW;
    private Priority priority = Priority.NORMAL;
    private @Nullable String assignee;
    private int revision = 1;
    private int moves;
    private int minutes;
    private boolean warned;
    private boolean broken;

    Model(String type) {
      this.type = type;
      this.promised = PROMISED.getOrDefault(type, 0);
    }

    void pass(int more) {
      if (state == TaskState.NEW || state == TaskState.IN_PROGRESS) {
        minutes += more;
      }
      if (promised > 0 && minutes >= promised) {
        broken = true;
      } else if (promised > 0 && minutes * 100 >= promised * 80) {
        warned = true;
      }
    }

    @Nullable ClockState clock() {
      if (promised == 0) {
        return null;
      }
      if (broken || state.over()) {
        return broken ? ClockState.BREACHED : ClockState.MET;
      }
      ClockState going = warned ? ClockState.WARNED : ClockState.RUNNING;
      return state == TaskState.BLOCKED ? ClockState.PAUSED : going;
    }

    String refusal(TaskState to, String reason, Caller caller) {
      boolean way =
          switch (state) {
            case NEW -> to != TaskState.NEW && to != TaskState.COMPLETED;
            case IN_PROGRESS -> to != TaskState.NEW && to != TaskState.IN_PROGRESS;
            case BLOCKED -> to == TaskState.IN_PROGRESS || to == TaskState.CANCELLED;
            case COMPLETED, CANCELLED -> false;
          };
      if (!way) {
        return "INVALID_TRANSITION";
      }
      if (to == TaskState.COMPLETED && assignee == null && caller.kind() != Caller.Kind.SYSTEM) {
        return "TASK_NOT_ASSIGNED";
      }
      return to == TaskState.CANCELLED && reason.isEmpty() ? "CANCEL_REASON_NEEDED" : "";
    }
  }
}
