// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static io.secureprint.agent.store.BoardShop.ASHA;
import static io.secureprint.agent.store.BoardShop.AT_ONCE;
import static io.secureprint.agent.store.BoardShop.PARTNER;
import static io.secureprint.agent.store.BoardShop.done;
import static io.secureprint.agent.store.BoardShop.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.Promises;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.StateSet;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.board.TaskType;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// Promises while the shop is open and time goes by.
@OnBothDatabases
final class PromisesTest extends OpenBoard {
  @Test
  void theUsualPromisesAreThereFromTheBeginning() {
    assertThat(shop.board.sla().policies())
        .extracting(policy -> policy.kind().taskType() + " " + policy.target().toHours())
        .containsExactlyInAnyOrder("intake 1", "assessment 4", "review 2");
    assertThat(TaskType.KNOWN).contains("intake", "assessment", "review");
  }

  @Test
  void aPromiseIsWarnedOfAndBrokenOnceEach() {
    TaskCard task = shop.task("intake");
    pass(Duration.ofMinutes(48).minusMillis(1));
    assertThat(clock(task).state()).isEqualTo(ClockState.RUNNING);
    pass(Duration.ofMillis(1));
    assertThat(clock(task).state()).isEqualTo(ClockState.WARNED);
    pass(Duration.ofMinutes(12).minusMillis(1));
    assertThat(clock(task).state()).isEqualTo(ClockState.WARNED);
    pass(Duration.ofMillis(1));
    assertThat(clock(task).state()).isEqualTo(ClockState.BREACHED);
    pass(Duration.ofHours(5));
    assertThat(shop.events(task.id()))
        .containsExactly("TaskCreated Asha", "SlaWarned sla", "SlaBreached sla");
    assertThat(shop.payload(task.id(), "SlaBreached"))
        .isEqualTo(
            Map.of(
                "task_type", "intake", "area", "front", "priority", "normal", "state", "new",
                "policy_id", "usual-intake", "target_seconds", 3_600L,
                "due", "2026-11-21T11:00:00Z"));
    assertThat(
            shop.strings(
                "select distinct correlation_id from event where aggregate_id = '" + task.id() + "'"))
        .containsExactly(task.task().origin().correlationId());
  }

  @Test
  void whatIsDoneInTimeIsMet() {
    TaskCard task = shop.task("intake");
    clock.pass(Duration.ofMinutes(30));
    shop.move(task.id(), TaskState.IN_PROGRESS);
    shop.move(task.id(), TaskState.COMPLETED);
    pass(Duration.ofHours(3));
    assertThat(clock(task).state()).isEqualTo(ClockState.MET);
    assertThat(clock(task).next()).isNull();
    assertThat(shop.events(task.id())).doesNotContain("SlaBreached sla", "SlaWarned sla");
  }

  @Test
  void theTimeThatATaskIsBlockedIsNotUsedUp() {
    TaskCard task = shop.task("intake");
    clock.pass(Duration.ofMinutes(50));
    shop.board.tick();
    shop.move(task.id(), TaskState.BLOCKED);
    pass(Duration.ofDays(2));
    assertThat(clock(task).state()).isEqualTo(ClockState.PAUSED);
    shop.move(task.id(), TaskState.IN_PROGRESS);
    assertThat(clock(task).state()).isEqualTo(ClockState.WARNED);
    assertThat(clock(task).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    pass(Duration.ofMinutes(10));
    assertThat(clock(task).state()).isEqualTo(ClockState.BREACHED);
    assertThat(shop.events(task.id()).stream().filter("SlaWarned sla"::equals)).hasSize(1);
  }

  @Test
  void whoIsLateDoesNotEscapeBetweenTwoTicks() {
    TaskCard done = shop.task("intake");
    TaskCard blocked = shop.task("intake");
    shop.move(done.id(), TaskState.IN_PROGRESS);
    clock.pass(Duration.ofHours(1));
    shop.move(done.id(), TaskState.COMPLETED);
    shop.move(blocked.id(), TaskState.BLOCKED);
    shop.board.tick();
    for (TaskCard late : List.of(done, blocked)) {
      assertThat(clock(late).state()).isEqualTo(ClockState.BREACHED);
      assertThat(shop.events(late.id()).stream().filter("SlaBreached sla"::equals)).hasSize(1);
    }
    assertThat(clock(done).marks().stoppedAt()).isNotNull();
  }

  @Test
  void twoAgentsSayItOnce() {
    List<TaskCard> tasks = new ArrayList<>();
    for (int task = 0; task < 40; task++) {
      tasks.add(shop.task("intake"));
    }
    try (BoardShop other = new BoardShop(database, clock, Promises.Sharing.SEVERAL_AGENTS)) {
      for (Duration wait : List.of(Duration.ofMinutes(48), Duration.ofMinutes(12))) {
        clock.pass(wait);
        var one = CompletableFuture.runAsync(shop.board::tick, AT_ONCE);
        var two = CompletableFuture.runAsync(other.board::tick, AT_ONCE);
        CompletableFuture.allOf(one, two).join();
      }
    }
    for (TaskCard task : tasks) {
      assertThat(shop.events(task.id()))
          .containsExactly("TaskCreated Asha", "SlaWarned sla", "SlaBreached sla");
    }
  }

  @Test
  void theRowDecidesWhoWasFirst() {
    try (BoardShop other = new BoardShop(database, clock, Promises.Sharing.SEVERAL_AGENTS)) {
      for (int round = 0; round < 20; round++) {
        TaskCard task = shop.task("intake");
        Instant due = clock.instant().plus(Duration.ofHours(1));
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (BoardShop agent : List.of(shop, other, shop, other)) {
          all.add(
              CompletableFuture.supplyAsync(
                  () ->
                      agent.unitOfWork.call(
                          Durability.STEP,
                          () -> new JdbcSlaRows(agent.unitOfWork).breach(task.id(), due)),
                  AT_ONCE));
        }
        assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
      }
    }
  }

  @Test
  void anotherAgentsTasksAreFoundWithinFiveSeconds() {
    try (BoardShop other = new BoardShop(database, clock, Promises.Sharing.SEVERAL_AGENTS)) {
      other.board.tick();
      TaskCard task = shop.task("intake");
      clock.pass(Duration.ofSeconds(5));
      other.board.tick();
      await().until(() -> count(other.board.figures().get(), TaskState.NEW) == 1);
      clock.pass(Duration.ofHours(1));
      other.board.tick();
      assertThat(clock(task).state()).isEqualTo(ClockState.BREACHED);
    }
  }

  @Test
  void clocksGoOnAfterARestart() throws Exception {
    TaskCard running = shop.task("intake");
    TaskCard paused = shop.task("review");
    shop.move(paused.id(), TaskState.BLOCKED);
    clock.pass(Duration.ofMinutes(30));
    restart();
    pass(Duration.ofMinutes(29));
    assertThat(clock(running).state()).isEqualTo(ClockState.WARNED);
    restart();
    pass(Duration.ofMinutes(1));
    assertThat(clock(running).state()).isEqualTo(ClockState.BREACHED);
    assertThat(clock(paused).state()).isEqualTo(ClockState.PAUSED);
    assertThat(shop.events(running.id()))
        .containsExactly("TaskCreated Asha", "SlaWarned sla", "SlaBreached sla");
  }

  @Test
  void otherHoursCountTheRunningClocksAnew() {
    TaskCard running = shop.task("intake");
    CalendarDraft hours =
        new CalendarDraft(
            "Asia/Kolkata",
            Map.of("saturday", List.of("10:00-16:00"), "monday", List.of("09:00-21:00")),
            Map.of("2026-11-23", "Guru Nanak Jayanti"));
    done(shop.board.sla().keep(hours, ASHA));
    assertThat(clock(running).due())
        .as("half an hour on Saturday, then over Sunday and a festival to the next Saturday")
        .isEqualTo(Instant.parse("2026-11-28T05:00:00Z"));
    assertThat(CalendarDraft.of(shop.board.sla().calendar())).isEqualTo(hours);
    TaskCard late = shop.task("review");
    assertThat(clock(late).due()).isEqualTo(Instant.parse("2026-11-28T06:00:00Z"));
    pass(Duration.ofHours(24));
    assertThat(clock(running).state()).isEqualTo(ClockState.RUNNING);
    assertThat(refused(shop.board.sla().keep(new CalendarDraft("x", Map.of(), Map.of()), ASHA)).code())
        .isEqualTo("CALENDAR_ZONE_WRONG");
  }

  @Test
  void hoursThatChangeWhileTasksBeginCountForAllOfThem() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int who = 0; who < 3; who++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int task = 0; task < 15; task++) {
                  shop.task("intake");
                }
              },
              AT_ONCE));
    }
    for (int hour = 16; hour < 24; hour++) {
      List<String> open = List.of(hour + ":00-" + hour + ":30");
      done(
          shop.board
              .sla()
              .keep(new CalendarDraft("Asia/Kolkata", Map.of("saturday", open), Map.of()), ASHA));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    Instant due = shop.board.sla().calendar().after(clock.instant(), Duration.ofHours(1));
    TaskQuery everything =
        new TaskQuery(TaskQuery.Filter.ALL, TaskQuery.Order.NEWEST, null, TaskQuery.MOST);
    assertThat(shop.board.tasks().list(everything))
        .hasSize(45)
        .allMatch(card -> due.equals(clock(card).due()));
  }

  @Test
  void aNewPromiseHoldsForTasksThatBeginThen() {
    TaskCard before = shop.task("intake");
    PolicyDraft draft = new PolicyDraft("*", "intake", Duration.ofMinutes(10));
    SlaPolicy policy = done(shop.board.sla().promise(draft, PARTNER.once("p")));
    assertThat(done(shop.board.sla().promise(draft, PARTNER.once("p")))).isEqualTo(policy);
    done(shop.board.sla().promise(new PolicyDraft("back", "*", Duration.ofDays(1)), ASHA));
    assertThat(shop.board.sla().policies()).hasSize(4).contains(policy);
    assertThat(clock(before).policy().target()).isEqualTo(Duration.ofHours(1));
    assertThat(clock(shop.task("intake")).policy()).isEqualTo(policy);
  }

  @Test
  void aPromiseThatIsWithdrawnHoldsForWhatBeganAndForNothingMore() {
    TaskCard before = shop.task("intake");
    SlaPolicy intake =
        shop.board.sla().policies().stream()
            .filter(policy -> policy.kind().taskType().equals("intake"))
            .findFirst()
            .orElseThrow();
    assertThat(done(shop.board.sla().withdraw(intake.id(), ASHA))).hasSize(2);
    assertThat(done(shop.board.sla().withdraw(intake.id(), ASHA))).doesNotContain(intake);
    assertThat(shop.events(intake.id())).containsExactly("SlaPolicyWithdrawn Asha");
    assertThat(shop.find(shop.task("intake")).promise()).isNull();
    pass(Duration.ofHours(1));
    assertThat(clock(before).state()).isEqualTo(ClockState.BREACHED);
    done(shop.board.sla().promise(new PolicyDraft("*", "intake", Duration.ofMinutes(9)), ASHA));
    assertThat(clock(shop.task("intake")).policy().target()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void aPromiseMayBeginWhenSomebodyBegins() {
    SlaPolicy.Moves onWork =
        new SlaPolicy.Moves(
            StateSet.of(TaskState.IN_PROGRESS),
            StateSet.of(TaskState.BLOCKED),
            SlaPolicy.Moves.USUAL.stop());
    PolicyDraft draft =
        new PolicyDraft(new SlaPolicy.Kind("*", "clear_jam"), Duration.ofMinutes(5), 50, onWork);
    done(shop.board.sla().promise(draft, ASHA));
    TaskCard task = shop.task("clear_jam");
    assertThat(task.promise()).isNull();
    clock.pass(Duration.ofHours(1));
    shop.move(task.id(), TaskState.IN_PROGRESS);
    assertThat(clock(task).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void promisesThatNobodyCanKeepAreRefused() {
    SlaPolicy.Moves usual = SlaPolicy.Moves.USUAL;
    SlaPolicy.Kind any = new SlaPolicy.Kind("*", "*");
    Duration hour = Duration.ofHours(1);
    Map<PolicyDraft, String> wrong =
        Map.of(
            new PolicyDraft("*", "*", Duration.ofSeconds(59)), "SLA_TARGET_WRONG",
            new PolicyDraft("*", "*", Duration.ofDays(31)), "SLA_TARGET_WRONG",
            new PolicyDraft("*", "Bad Type", hour), "TASK_TYPE_WRONG",
            new PolicyDraft("", "*", hour), "TASK_AREA_WRONG",
            new PolicyDraft(any, hour, 0, usual), "SLA_WARNING_WRONG",
            new PolicyDraft(any, hour, 100, usual), "SLA_WARNING_WRONG",
            new PolicyDraft(
                any, hour, 80, new SlaPolicy.Moves(StateSet.of(), usual.pause(), usual.stop())),
                "SLA_STATES_WRONG",
            new PolicyDraft(
                any, hour, 80, new SlaPolicy.Moves(usual.start(), usual.start(), usual.stop())),
                "SLA_STATES_WRONG",
            new PolicyDraft(
                any, hour, 80,
                new SlaPolicy.Moves(
                    usual.start(), usual.pause(), StateSet.of(TaskState.COMPLETED))),
                "SLA_STATES_WRONG");
    wrong.forEach(
        (draft, code) ->
            assertThat(refused(shop.board.sla().promise(draft, ASHA)).code())
                .as("%s", draft)
                .isEqualTo(code));
    assertThat(shop.board.sla().policies()).hasSize(3);
  }

  @Test
  void theFiguresFollow() {
    TaskCard late = shop.task("intake");
    shop.task("clear_jam");
    clock.pass(Duration.ofHours(2));
    shop.board.tick();
    BoardFigures figures = shop.board.count();
    assertThat(count(figures, TaskState.NEW)).isEqualTo(2);
    assertThat(count(figures, TaskState.COMPLETED)).isZero();
    assertThat(figures.promises()).isEqualTo(new BoardFigures.Promises(0, 0, 1, 1));
    await().until(() -> shop.board.figures().get().equals(figures));

    shop.move(late.id(), TaskState.CANCELLED);
    assertThat(shop.board.count().promises()).isEqualTo(new BoardFigures.Promises(0, 0, 1, 0));
    await().until(() -> shop.board.figures().get().equals(shop.board.count()));
  }

  private void pass(Duration time) {
    clock.pass(time);
    shop.board.tick();
  }

  private SlaClock clock(TaskCard task) {
    return Objects.requireNonNull(shop.find(task).promise(), "no promise");
  }

  private static long count(BoardFigures figures, TaskState state) {
    return figures.tasks().getOrDefault(state, 0L);
  }
}
