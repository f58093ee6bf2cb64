// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Hooks.Heard;
import io.secureprint.agent.automation.Why.Outcome;
import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Automations from the event to what they do, on whichever database.
abstract class AutomationsContract {
  private static final String ON_MOVE =
      "{\"type\": \"event\", \"events\": [\"TaskStateChanged\"]}";

  private static final String BY_HAND = "{\"type\": \"manual\"}";
  private static final String ALERT =
      "{\"type\": \"emit_alert\", \"severity\": \"warning\", \"title\": \"%s\"}";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private AutomationShop shop;

  abstract Database database(Path folder) throws Database.Unusable;

  @BeforeEach
  void open() throws Database.Unusable {
    shop = new AutomationShop(database(folder), clock);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatWasTakenInIsToBeAssessed() {
    shop.task("review", "in_progress", "completed");
    shop.task("intake", "in_progress", "completed");
    List<Evaluation> looked = shop.evaluated("intake-done", 4);
    shop.settled("intake-done");
    Map<String, String> made = shop.tasks.ofType("assessment").getFirst();
    assertThat(shop.tasks.ofType("assessment")).hasSize(1);
    assertThat(made).containsEntry("priority", "high").containsEntry("area", "binding");
    assertThat(looked)
        .extracting(one -> one.why().sentence())
        .containsExactly(
            "It was so, and the actions were done",
            "This was not so: payload.new_state == \"completed\" (payload.new_state = \"in_progress\")",
            "This was not so: payload.task_type == \"intake\" (payload.task_type = \"review\")",
            "This was not so: payload.task_type == \"intake\" (payload.task_type = \"review\")");
    assertThat(shop.automations.evaluationTally().counts())
        .containsEntry(List.of("intake-done", "fired"), 1L)
        .containsEntry(List.of("intake-done", "skipped"), 3L);
    Entry told = shop.newest("TaskCreated");
    assertThat(told.event().actor()).isEqualTo("automation:intake-done");
    assertThat(told.event().correlationId()).isEqualTo("c-1");
    assertThat(told.causationId()).isEqualTo(looked.getFirst().runId());
  }

  @Test
  void anActivatedPlanIsAnAlertUntilAPersonHasSeenIt() {
    shop.append("action_plan", "p1", "ActionPlanActivated", Map.of("new_state", "active", "items", 3));
    await().until(() -> shop.automations.alerts().open().get().size() == 1);
    Alert alert = shop.automations.alerts().open().get().getFirst();
    assertThat(alert.message())
        .isEqualTo(
            new Alert.Message(
                Alert.Severity.INFO, "Action plan activated", "", "automation:plan-activated"));
    shop.append("action_plan", "p2", "ActionPlanActivated", Map.of("new_state", "active", "items", 1));
    await().until(() -> shop.automations.alerts().open().get().getFirst().times() == 2);
    assertThat(shop.automations.alerts().acknowledge(alert.id(), "ravi")).isTrue();
    assertThat(shop.automations.alerts().acknowledge(alert.id(), "asha")).isFalse();
    assertThat(shop.automations.alerts().open().get()).isEmpty();
    assertThat(shop.newest("AlertAcknowledged").event().actor()).isEqualTo("ravi");
    shop.append("action_plan", "p3", "ActionPlanActivated", Map.of("new_state", "active", "items", 1));
    await().until(() -> shop.automations.alerts().open().get().size() == 1);
    assertThat(shop.automations.alerts().open().get().getFirst().times()).isEqualTo(1);
  }

  @Test
  void whatSeveralRaiseAtOnceIsOneAlert() {
    Alert.Message message = new Alert.Message(Alert.Severity.ERROR, "Paper is out", "", "test");
    CountDownLatch all = new CountDownLatch(3);
    List<CompletableFuture<Void>> raising =
        Stream.generate(
                () -> CompletableFuture.runAsync(() -> raise(message, all), Thread::startVirtualThread))
            .limit(3)
            .toList();
    raising.forEach(CompletableFuture::join);
    assertThat(shop.automations.alerts().open().get()).extracting(Alert::times).containsExactly(3);
  }

  private void raise(Alert.Message message, CountDownLatch all) {
    shop.work.run(Durability.STEP, () -> {
      all.countDown();
      await().until(() -> all.getCount() == 0);
      shop.automations.alerts().raise(message, "c-1");
    });
  }

  @Test
  void whatIsSwitchedOffDoesNothingAndSaysSoAlsoAfterTheNextStart() throws Database.Unusable {
    assertThat(shop.automations.enable("intake-done", false, "asha")).isTrue();
    assertThat(shop.automations.enable("intake-done", false, "asha")).isFalse();
    assertThat(shop.automations.enable("nobody", false, "asha")).isFalse();
    shop.close();
    shop = new AutomationShop(database(folder), clock);
    shop.task("intake", "in_progress", "completed");
    assertThat(shop.evaluated("intake-done", 2))
        .extracting(one -> one.why().outcome())
        .containsOnly(Outcome.DISABLED);
    assertThat(shop.newest("AutomationDisabled").event().actor()).isEqualTo("asha");
  }

  @Test
  void eachSavedVersionIsKeptAndNobodyOverwritesWhatHeHasNotSeen() {
    String first = AutomationShop.json("mine", BY_HAND, "", ALERT.formatted("one"));
    String second = AutomationShop.json("mine", BY_HAND, "", ALERT.formatted("two"));
    assertThat(shop.automations.save(first, 0, "asha")).isEqualTo(new Saved.Done("mine", 1));
    clock.pass(Duration.ofHours(1));
    assertThat(shop.automations.save(second, 1, "ravi")).isEqualTo(new Saved.Done("mine", 2));
    assertThat(shop.automations.save(first, 1, "asha")).isEqualTo(new Saved.Refused("AUTOMATION_CHANGED"));
    assertThat(shop.automations.save(first, 0, "asha")).isEqualTo(new Saved.Refused("AUTOMATION_CHANGED"));
    assertThat(shop.automations.save(first, 7, "asha")).isEqualTo(new Saved.Refused("AUTOMATION_CHANGED"));
    assertThat(shop.automations.versions("mine"))
        .containsExactly(
            new Version("mine", 2, second, "ravi", clock.instant()),
            new Version("mine", 1, first, "asha", clock.instant().minus(Duration.ofHours(1))));
    assertThat(shop.automations.save(first.replace("one", "${x}"), 2, "asha"))
        .isInstanceOfSatisfying(
            Saved.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(Fault::field, Fault::line, Fault::column)
                    .containsExactly(tuple("actions[0].title", 1, 3)));
    assertThat(shop.automations.all()).extracting(one -> one.version().id())
        .containsExactly("intake-done", "mine", "plan-activated");
  }

  @Test
  void whatIsPutAwayDoesNothingAndKeepsItsPast() {
    shop.has("round", BY_HAND, "", ALERT.formatted("Round"));
    shop.has("echo", ON_MOVE, "", ALERT.formatted("Moved"));
    pressed("round");
    assertThat(shop.automations.putAway("round", true, "asha")).isFalse();
    shop.automations.enable("round", false, "asha");
    shop.automations.enable("echo", false, "asha");
    assertThat(shop.automations.putAway("round", true, "asha")).isTrue();
    assertThat(shop.automations.putAway("echo", true, "asha")).isTrue();
    assertThat(shop.automations.enable("round", true, "asha")).isFalse();
    String json = AutomationShop.json("round", BY_HAND, "", ALERT.formatted("Other"));
    assertThat(shop.automations.save(json, 1, "asha")).isEqualTo(new Saved.Refused("AUTOMATION_CHANGED"));
    shop.task("review", "in_progress");
    shop.evaluated("intake-done", 1);
    assertThat(shop.automations.evaluations("echo")).isEmpty();
    assertThat(shop.automations.evaluations("round")).hasSize(1);
    assertThat(shop.automations.versions("round")).hasSize(1);
    assertThat(shop.newest("AutomationPutAway").event().aggregateId()).isEqualTo("echo");
    assertThat(shop.automations.putAway("round", false, "asha")).isTrue();
    assertThat(shop.automations.enable("round", true, "asha")).isTrue();
    pressed("round");
    assertThat(shop.automations.evaluations("round")).hasSize(2);
  }

  @Test
  void anAutomationThatSetsItselfOffIsCut() {
    shop.has(
        "echo",
        "{\"type\": \"event\", \"events\": [\"TaskCreated\"]}",
        "",
        "{\"type\": \"create_task\", \"task_type\": \"echo\", \"title\": \"again\"}");
    shop.task("call");
    List<Evaluation> looked = shop.evaluated("echo", Judge.DEEPEST + 1);
    shop.settled("echo");
    assertThat(looked).hasSize(Judge.DEEPEST + 1);
    assertThat(looked.getFirst().why().outcome()).isEqualTo(Outcome.LOOP_CUT);
    assertThat(looked.getFirst().why().sentence()).contains("set each other off", "5 runs in a row");
    assertThat(shop.tasks.ofType("echo")).hasSize(Judge.DEEPEST);
  }

  @Test
  void anActionThatIsRefusedEndsTheRunAndOneThatCrashesIsTriedAgain() {
    shop.has(
        "refused", BY_HAND, "",
        ALERT.formatted("first"),
        "{\"type\": \"create_task\", \"task_type\": \"a b\", \"title\": \"x\"}",
        ALERT.formatted("never"));
    Run refused = pressed("refused");
    assertThat(refused.progress().state()).isEqualTo(Run.State.FAILED);
    assertThat(refused.progress().done()).isEqualTo(1);
    assertThat(refused.progress().code()).isEqualTo("TASK_TYPE_WRONG");
    assertThat(titles()).containsExactly("first");
    assertThat(shop.automations.again(refused.id(), "ravi")).isTrue();
    assertThat(shop.newest("AutomationRunAgain").event().actor()).isEqualTo("ravi");
    shop.settled("refused");
    assertThat(run(refused.id()).progress()).isEqualTo(refused.progress());
    assertThat(shop.automations.alerts().open().get().getFirst().times()).isEqualTo(1);

    shop.has(
        "crashing", BY_HAND, "",
        "{\"type\": \"create_task\", \"task_type\": \"a\", \"title\": \"crash\"}");
    String id = requireNonNull(shop.automations.press("crashing", "asha").orElseThrow().runId());
    for (int attempt = 1; attempt < 6; attempt++) {
      int before = attempt;
      await().atMost(Duration.ofSeconds(20)).until(() -> run(id).progress().attempts() == before);
      clock.pass(Duration.ofHours(1));
      shop.automations.press("refused", "wake");
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> run(id).progress().state() == Run.State.FAILED);
    assertThat(run(id).progress().code()).isEqualTo("INTERNAL");
  }

  @Test
  void oneAtATimeMeansThatTheOthersAreLeftOut() {
    String stuck = "{\"type\": \"webhook\", \"url\": \"http://127.0.0.1:1/\"}";
    shop.has("line", BY_HAND, "", stuck);
    String single = AutomationShop.json("single", BY_HAND, "", stuck).replace("}\n", ",\"mode\":\"single\"}");
    shop.automations.save(single, 0, "asha");
    shop.automations.enable("single", true, "asha");
    List<Why.Code> codes = new ArrayList<>();
    for (int press = 0; press < 11; press++) {
      codes.add(shop.automations.press("line", "asha").orElseThrow().why().code());
    }
    assertThat(codes.subList(0, 10)).containsOnly(Why.Code.CONDITION_TRUE);
    assertThat(codes.getLast()).isEqualTo(Why.Code.LINE_FULL);
    assertThat(shop.automations.press("single", "asha").orElseThrow().why()).isEqualTo(Why.FIRED);
    assertThat(shop.automations.press("single", "asha").orElseThrow().why().code())
        .isEqualTo(Why.Code.STILL_BUSY);
    assertThat(shop.automations.press("intake-done", "asha")).isEmpty();
    assertThat(shop.automations.press("nobody", "asha")).isEmpty();
  }

  @Test
  void yesterdayCanBeTriedOutWithoutAnyEffect() {
    String before = shop.task("intake", "in_progress", "completed");
    clock.pass(Duration.ofDays(1));
    Instant from = clock.instant().minus(Duration.ofHours(1));
    shop.task("intake", "in_progress", "completed");
    shop.task("review", "in_progress");
    clock.pass(Duration.ofHours(2));
    shop.task("intake", "in_progress");
    shop.settled("intake-done");
    int known = shop.evaluated("intake-done", 6).size();
    String json =
        AutomationShop.json(
            "tried", ON_MOVE, "payload.new_state == \"completed\" && task.title == \"A job\"",
            ALERT.formatted("${task.title}"));
    Past past = tried(json, from, clock.instant());
    assertThat(past.seen()).isEqualTo(3);
    assertThat(past.fired()).isEqualTo(1);
    assertThat(past.cut()).isFalse();
    assertThat(past.told()).extracting(would -> would.why().outcome())
        .containsExactly(Outcome.SKIPPED, Outcome.FIRED, Outcome.SKIPPED);
    assertThat(tried(json, Instant.EPOCH, clock.instant()).fired()).isEqualTo(2);
    assertThat(shop.automations.evaluations("")).hasSize(known);
    assertThat(titles()).isEmpty();
    assertThat(shop.tasks.find(before)).isPresent();
    assertThat(shop.automations.tryOut("{}", from, from)).isInstanceOf(Automations.Tried.Faulty.class);
  }

  @Test
  void aScheduleCanBeTriedOutToo() {
    String json =
        AutomationShop.json(
            "clock",
            "{\"type\": \"schedule\", \"cron\": \"0 9 * * *\", \"zone\": \"Asia/Kolkata\"}",
            "due.getDayOfWeek(\"Asia/Kolkata\") != 0",
            ALERT.formatted("morning"));
    Past past = tried(json, Instant.parse("2026-11-20T03:30:00Z"), Instant.parse("2026-11-24T03:30:00Z"));
    assertThat(past.seen()).isEqualTo(4);
    assertThat(past.fired()).isEqualTo(3);
  }

  /// Who has caught one message knows no secret, but how the names go on.
  @Test
  void whatIsSentAgainUnderTheNameOfALaterMessageDoesNotTakeItsPlace() {
    shop.has("orders", "{\"type\": \"webhook\", \"name\": \"orders\"}", "", ALERT.formatted("Order"));
    assertThat(heard("order-17", "{\"order\":17}")).isInstanceOf(Heard.Accepted.class);
    assertThat(heard("order-18", "{\"order\":17}")).isEqualTo(new Heard.Repeated());
    assertThat(heard("order-18", "{\"order\":18}")).isInstanceOf(Heard.Accepted.class);
    assertThat(heard("order-18", "{\"order\":19}")).isEqualTo(new Heard.Repeated());
  }

  private Heard heard(String id, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String time = Long.toString(clock.instant().getEpochSecond());
    String signature =
        HookSignature.sign(shop.automations.hooks().secret("orders"), time, bytes);
    return shop.automations.hooks().heard(
        "orders",
        Map.of(
            HookSignature.ID, id, HookSignature.TIME, time, HookSignature.SIGNATURE, signature),
        bytes);
  }

  private Past tried(String json, Instant from, Instant to) {
    return ((Automations.Tried.Done) shop.automations.tryOut(json, from, to)).past();
  }

  private Run pressed(String id) {
    String run = requireNonNull(shop.automations.press(id, "asha").orElseThrow().runId());
    shop.settled(id);
    return run(run);
  }

  private Run run(String id) {
    return shop.automations.run(id).orElseThrow();
  }

  private List<String> titles() {
    return shop.automations.alerts().open().get().stream().map(one -> one.message().title()).toList();
  }
}
