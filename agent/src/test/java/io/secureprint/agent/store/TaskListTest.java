// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static io.secureprint.agent.store.BoardShop.ASHA;
import static io.secureprint.agent.store.BoardShop.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Happening;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskQuery.Filter;
import io.secureprint.agent.board.TaskQuery.Order;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Lists of tasks, by page and by filter.
@OnBothDatabases
final class TaskListTest extends OpenBoard {
  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesFollowEachOtherWithoutGaps(Order order) {
    for (int number = 0; number < 33; number++) {
      make("intake", "front", List.of(Priority.values()).get(number % 4), "Task " + number, null);
      if (number % 5 == 0) {
        clock.pass(Duration.ofSeconds(1));
      }
    }
    List<Task> seen = new ArrayList<>();
    TaskQuery query = new TaskQuery(Filter.ALL, order, null, 10);
    List<TaskCard> page = shop.board.tasks().list(query);
    while (!page.isEmpty()) {
      page.forEach(card -> seen.add(card.task()));
      page = shop.board.tasks().list(query.behind(page.getLast().task()));
    }
    assertThat(seen).extracting(Task::id).hasSize(33).doesNotHaveDuplicates();
    Comparator<Task> age = Comparator.comparing(task -> task.origin().createdAt());
    Comparator<Task> wanted =
        switch (order) {
          case NEWEST -> age.thenComparing(Task::id).reversed();
          case MOST_URGENT ->
              Comparator.comparing(Task::priority).reversed().thenComparing(age).thenComparing(Task::id);
        };
    assertThat(seen).isSortedAccordingTo(wanted);
  }

  @Test
  void eachFilterNarrowsAndAllOfThemTogether() {
    Task jam = make("clear_jam", "printer 1", Priority.HIGH, "Paper_jam 100%", "Asha");
    Task paper = make("refill_paper", "printer 1", Priority.LOW, "काग़ज़ भरें", "Ravi");
    Task wait = make("customer_waiting", "front", Priority.LOW, "Somebody waits", null);
    shop.move(wait.id(), TaskState.BLOCKED);

    assertThat(found(Filter.in(TaskState.BLOCKED))).containsExactly(wait.id());
    assertThat(found(Filter.in(TaskState.NEW, TaskState.BLOCKED))).hasSize(3);
    assertThat(found(filter("refill_paper", null, null, ""))).containsExactly(paper.id());
    assertThat(found(filter(null, "printer 1", null, ""))).containsOnly(jam.id(), paper.id());
    assertThat(found(filter(null, null, "Ravi", ""))).containsExactly(paper.id());
    assertThat(found(filter(null, null, null, "PAPER_J"))).containsExactly(jam.id());
    assertThat(found(filter(null, null, null, "100%"))).containsExactly(jam.id());
    assertThat(found(filter(null, null, null, "भरें"))).containsExactly(paper.id());
    assertThat(found(filter(null, null, null, "r_j"))).containsExactly(jam.id());
    assertThat(found(filter(null, null, null, "a%b"))).isEmpty();
    assertThat(found(filter("clear_jam", "printer 1", "Asha", "jam"))).containsExactly(jam.id());
    assertThat(found(filter("clear_jam", "printer 1", "Ravi", "jam"))).isEmpty();
    assertThat(found(new Filter(Set.of(), null, null, null, "no-plan", ""))).isEmpty();
    assertThat(found(filter(null, null, null, "\u0000"))).isEmpty();
    assertThat(found(filter(null, "\uD800", null, ""))).isEmpty();
  }

  @Test
  void aListIsBounded() {
    assertThatThrownBy(() -> new TaskQuery(Filter.ALL, Order.NEWEST, null, 201))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> filter(null, null, null, "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theColumnsHoldTheMostUrgentOfEachStateAndCountTheRest() {
    Task low = make("intake", "front", Priority.LOW, "Low", null);
    Task urgent = make("intake", "front", Priority.URGENT, "Urgent", null);
    make("intake", "front", Priority.NORMAL, "Normal", null);
    shop.move(make("review", "front", Priority.HIGH, "At work", null).id(), TaskState.IN_PROGRESS);
    List<TaskColumn> columns = shop.board.tasks().columns(Filter.ALL, 2);
    assertThat(columns).extracting(TaskColumn::state).containsExactly(TaskState.values());
    assertThat(columns).extracting(TaskColumn::all).containsExactly(3L, 1L, 0L, 0L, 0L);
    assertThat(columns.getFirst().cards())
        .extracting(TaskCard::id)
        .startsWith(urgent.id())
        .doesNotContain(low.id());
    assertThat(columns.getFirst().more()).isEqualTo(1);
  }

  @Test
  void tasksArePickedByPriorityAndByHowThePromiseStands() {
    Task late = make("intake", "front", Priority.HIGH, "Late", null);
    make("intake", "front", Priority.LOW, "Late and low", null);
    clock.pass(Duration.ofHours(2));
    shop.board.tick();
    make("intake", "front", Priority.HIGH, "In time", null);
    TaskQuery.Pressing pressing = new TaskQuery.Pressing(Priority.HIGH, ClockState.BREACHED);
    Filter filter = new Filter(Set.of(), null, null, null, null, "", pressing);
    assertThat(found(filter)).containsExactly(late.id());
    assertThat(shop.board.tasks().columns(filter, 9).getFirst().all()).isEqualTo(1);
  }

  @Test
  void theHistoryOfATaskTellsWhoDidWhat() {
    Task task = make("intake", "front", Priority.LOW, "Look", null);
    done(shop.board.tasks().assign(task.id(), "Ravi", ASHA));
    done(shop.board.tasks().prioritise(task.id(), Priority.URGENT, ASHA));
    shop.move(task.id(), TaskState.IN_PROGRESS);
    assertThat(shop.board.tasks().history(task.id()))
        .containsExactly(
            happening("TaskCreated", "Asha", TaskState.NEW, Priority.LOW, null),
            happening("TaskAssigned", "Asha", TaskState.NEW, Priority.LOW, "Ravi"),
            happening("TaskPrioritised", "Asha", TaskState.NEW, Priority.URGENT, "Ravi"),
            happening(
                "TaskStateChanged", "automation", TaskState.IN_PROGRESS, Priority.URGENT, null));
    assertThat(shop.board.tasks().history("' or 1 = 1")).isEmpty();
  }

  private Happening happening(
      String type, String actor, TaskState state, Priority priority, @Nullable String assignee) {
    return new Happening(type, actor, clock.instant(), state, priority, assignee);
  }

  private List<String> found(Filter filter) {
    return shop.board.tasks().list(new TaskQuery(filter, Order.NEWEST, null, 200)).stream()
        .map(TaskCard::id)
        .toList();
  }

  private Task make(
      String type, String area, Priority priority, String title, @Nullable String assignee) {
    TaskDraft draft =
        new TaskDraft(type, area, priority, title, assignee, null, TaskDraft.Links.NONE);
    return done(shop.board.tasks().create(draft, ASHA)).task();
  }

  private static Filter filter(
      @Nullable String type, @Nullable String area, @Nullable String assignee, String text) {
    return new Filter(Set.of(), type, area, assignee, null, text);
  }
}
