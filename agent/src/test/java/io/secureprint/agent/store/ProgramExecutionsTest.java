// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.api.graphql.Executions;
import io.secureprint.agent.api.graphql.Executions.Answer;
import io.secureprint.agent.api.graphql.Executions.Status;
import io.secureprint.agent.api.graphql.Patience;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.UnitOfWork;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What executions of programs know: for an hour after the last command, over restarts, and nobody else's.
@OnBothDatabases
final class ProgramExecutionsTest {
  private static final String CANARY = "CANARY-7d1f";
  private static final JsonObject TWO_QUESTIONS =
      JsonObject.parse(
          """
          {"name":"Two questions","config":{"sensitive":true},"steps":[
            {"id":"first","type":"FORM","config":{"formId":"a","dataKey":"first"}},
            {"id":"second","type":"FORM","config":{"formId":"b","dataKey":"second"}}]}
          """);

  private static final JsonObject APPROVAL =
      JsonObject.parse(
          """
          {"name":"Approval","steps":[
            {"id":"boss","type":"APPROVAL","config":{"message":"May they?","dataKey":"boss"}}]}
          """);
  private static final JsonObject A_CALL =
      JsonObject.parse(
          """
          {"name":"A call","steps":[
            {"id":"pay","type":"API_CALL","executionMode":"SERVER_SYNC","triggerTiming":"AFTER_STEP",
             "triggerEndpoint":"/pay","config":{"dataKey":"payment","method":"POST"}}]}
          """);
  private static final JsonObject A_QUESTION =
      JsonObject.parse(
          """
          {"name":"A question","steps":[
            {"id":"one","type":"FORM",
             "config":{"formId":"a","dataKey":"one","message":"Hello ${context.who}"}},
            {"id":"two","type":"CONFIRMATION",
             "config":{"dataKey":"two","message":{"en":"${one.word}?","hi":"${one.word}?"}}}]}
          """);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private ProgramShop shop;

  @BeforeEach
  void open() throws Database.Unusable, IOException {
    shop = new ProgramShop(kind, folder, clock);
    shop.publish("two", TWO_QUESTIONS);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoIsSilentForAnHourIsForgottenAndEachCommandBeginsTheHourAnew() {
    String id = started();
    assertThatAnHourOfSilenceEnds(id, "first");
    assertThat(shop.contexts.of(id)).isEqualTo(Context.LOST);
    assertThat(shop.sealedBytes()).isZero();
  }

  @Test
  void whoeverWaitsForPeopleIsForgottenAfterAnHourToo() {
    shop.publish("approval", APPROVAL);
    String id = started("approval");
    await().until(() -> shop.engine.find(id).orElseThrow().position().waiting());
    assertThatAnHourOfSilenceEnds(id, "boss");
  }

  /// A command 59 minutes after the start begins the hour anew.
  private void assertThatAnHourOfSilenceEnds(String id, String step) {
    clock.pass(Duration.ofMinutes(59));
    answer(id, step);
    assertThat(execution(id).expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    clock.pass(Duration.ofMinutes(59));
    shop.engine.sweep();
    assertThat(execution(id).status()).isEqualTo(Status.IN_PROGRESS);
    clock.pass(Duration.ofMinutes(2));
    shop.engine.sweep();
    await().untilAsserted(() -> assertThat(execution(id).status()).isEqualTo(Status.CANCELLED));
    assertThat(execution(id).error()).isEqualTo("EXECUTION_EXPIRED");
    assertThat(execution(id).expiresAt()).isNull();
  }

  @Test
  void whoeverCancelsIsToldWhyItEnded() {
    Executions.Execution over = done(shop.executions.cancel(mine(), started(), "changed her mind"));
    assertThat(over.status()).isEqualTo(Status.CANCELLED);
    assertThat(over.error()).isEqualTo("changed her mind");
    assertThat(done(shop.executions.cancel(mine(), over.id(), "again")).error())
        .isEqualTo("changed her mind");
    assertThat(done(shop.executions.cancel(mine(), started(), null)).error())
        .isEqualTo("CANCELLED_BY_PROGRAM");
  }

  @Test
  void whatIsCompletedIsNotCancelled() {
    String id = started();
    answer(id, "first");
    answer(id, "second");
    assertThat(shop.executions.complete(mine(), id)).isInstanceOf(Answer.Done.class);
    assertThat(shop.executions.cancel(mine(), id, "late"))
        .isEqualTo(new Answer.Refused<Executions.Execution>("EXECUTION_ENDED", "it is COMPLETED"));
  }

  @Test
  void whatIsKnownSurvivesARestart() throws Exception {
    String id = started();
    answer(id, "first");
    reopen();
    assertThat(execution(id).currentStepId()).isEqualTo("second");
    answer(id, "second");
    Answer<Executions.Completion> completed = shop.executions.complete(mine(), id);
    assertThat(completed).isInstanceOf(Answer.Done.class);
    assertThat(execution(id).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void withoutItsKeyNothingIsKnownAndNobodyGoesOn() throws Exception {
    String id = started();
    answer(id, "first");
    shop.close();
    Files.delete(ProgramShop.slab(folder));
    shop = new ProgramShop(kind, folder, clock);
    assertThat(shop.contexts.of(id)).isEqualTo(Context.LOST);
    assertThat(shop.executions.executeStep(mine(), input(id, "second")))
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> assertThat(((Executions.StepResult) done.value()).shouldProceed()).isFalse());
  }

  @Test
  void withoutItsKeyNoServerIsCalled() throws Exception {
    shop.publish("call", A_CALL);
    String id = started("call", Map.of("to", "Asha"));
    shop.close();
    Files.delete(ProgramShop.slab(folder));
    shop = new ProgramShop(kind, folder, clock);
    Executions.StepInput pay =
        new Executions.StepInput(id, "pay", Map.of(), Executions.Timing.AFTER_STEP);
    // The servers of a shop that has just opened are called by nobody: they throw.
    assertThat(done(shop.executions.executeStep(mine(), pay)).error()).isEqualTo("CONTEXT_LOST");
  }

  @Test
  void theDatabaseHoldsNothingThatCanBeRead() throws Exception {
    String id = started();
    answer(id, "first");
    assertThat(JsonObject.copy(asMap(Objects.requireNonNull(execution(id).context().get()))).toString()).contains(CANARY);
    shop.close();
    assertThat(holding(CANARY)).isEmpty();
    shop = new ProgramShop(kind, folder, clock);
  }

  @Test
  void aServerThatTakesLongerThanAProgramsPatienceIsStillAtWork() {
    CountDownLatch released = new CountDownLatch(1);
    shop.servers = _ -> {
      awaited(released);
      return new Servers.Reply.Answered(JsonObject.of("paid", true));
    };
    shop.publish("call", A_CALL);
    String id = started("call", Map.of());
    Executions.StepInput pay =
        new Executions.StepInput(id, "pay", Map.of(), Executions.Timing.AFTER_STEP);
    Executions.StepResult hasty =
        done(shop.executions.executeStep(by(Duration.ZERO, "pay-once"), pay));
    assertThat(hasty.error()).isEqualTo("STEP_STILL_RUNNING");
    released.countDown();
    Executions.StepResult patient =
        done(shop.executions.executeStep(by(Duration.ofMinutes(1), "pay-once"), pay));
    assertThat(patient.success()).isTrue();
    assertThat(Objects.requireNonNull(patient.result()).toString()).contains("paid=true");
  }

  @Test
  void whatFindsNoRoomInTheContextEndsTheExecutionAndSaysSo() {
    shop.servers = _ ->
        new Servers.Reply.Answered(JsonObject.of("book", "x".repeat((1 << 20) + 1)));
    shop.publish("call", A_CALL);
    String id = started("call", Map.of());
    Executions.StepInput pay =
        new Executions.StepInput(id, "pay", Map.of(), Executions.Timing.AFTER_STEP);
    assertThat(done(shop.executions.executeStep(mine(), pay)).error()).isEqualTo("CONTEXT_FULL");
    await().until(() -> execution(id).status() == Status.FAILED);
    assertThat(shop.contexts.live()).isZero();
  }

  @Test
  void aBeginningThatCannotBeWrittenLeavesNoKeysBehind() {
    Executions full = shop.executions(new FullDisk());
    Executions.Start start = new Executions.Start("two", "counter", Map.of());
    assertThatThrownBy(() -> full.start(mine(), start)).isInstanceOf(UnitOfWork.Unavailable.class);
    assertThat(shop.contexts.live()).isZero();
    started();
    assertThat(shop.contexts.live()).isEqualTo(1);
  }

  @Test
  void aProgramHasOnlySoManyUnderWayAndLeavesTheOthersTheirs() {
    Executions two = shop.atMost(2);
    Executions.Start start = new Executions.Start("two", "counter", Map.of());
    Executions.By again = by(Duration.ofMinutes(1), "same");
    String id = done(two.start(again, start)).id();
    done(two.start(mine(), start));
    assertThat(two.start(mine(), start))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("EXECUTIONS_TOO_MANY"));
    assertThat(shop.contexts.live()).isEqualTo(2);
    assertThat(done(two.start(again, start)).id()).isEqualTo(id);
    Executions.By other = new Executions.By("other", null, "", Patience.of(Duration.ofMinutes(1)));
    done(two.start(other, start));
    done(two.cancel(mine(), id, null));
    done(two.start(mine(), start));
  }

  @Test
  void aCommandThatBeganOneExecutionBeginsNoOther() {
    Executions.By same = by(Duration.ofMinutes(1), "same");
    String id = done(shop.executions.start(same, new Executions.Start("two", "counter", Map.of()))).id();
    assertThat(shop.executions.start(same, new Executions.Start("two", "kiosk", Map.of())))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("COMMAND_REUSED"));
    answer(id, "first");
    answer(id, "second");
    Executions.By longest = by(Duration.ofMinutes(1), "c".repeat(120));
    assertThat(shop.executions.complete(longest, id)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void whatMayComeInCanBeReadAgain() {
    Map<String, Object> deep = Map.of("leaf", 1);
    for (int level = 1; level < JsonObject.DEEPEST_OUTSIDE; level++) {
      deep = Map.of("level", deep);
    }
    String id = started("two", deep);
    assertThat(done(shop.executions.executeStep(mine(),
            new Executions.StepInput(id, "first", deep, Executions.Timing.AFTER_STEP))).success())
        .isTrue();
    assertThat(shop.executions.ofUser("mine", null, 5).getFirst().context().get()).isNotNull();
  }

  @Test
  void thePersonWhoIsAskedReadsWhatIsKnownInsteadOfTemplates() {
    shop.publish("ask", A_QUESTION);
    String id = started("ask", Map.of("who", "Asha"));
    assertThat(configs(id))
        .containsExactly("{message=Hello Asha}", "{message={en=${one.word}?, hi=${one.word}?}}");
    String other = started("ask", Map.of("who", "Ravi"));
    answer(id, "one");
    assertThat(configs(id))
        .containsExactly(
            "{message=Hello ${context.who}}", "{message={en=" + CANARY + "?, hi=" + CANARY + "?}}");
    assertThat(configs(other).getFirst()).isEqualTo("{message=Hello Ravi}");
  }

  /// What is read of each step.
  private List<String> configs(String id) {
    return execution(id).workflow().get().steps().stream()
        .map(step -> JsonObject.copy(asMap(Objects.requireNonNull(step.config().get()))))
        .map(config -> JsonObject.of("message", config.member("message").orElseThrow()))
        .map(config -> config.members().toString())
        .toList();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> holding(String text) throws Exception {
    if (kind == TestDatabase.POSTGRESQL) {
      return TestDatabase.filesWith(text);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> has(file, text)).toList();
    }
  }

  private static boolean has(Path file, String text) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reopen() throws Database.Unusable, IOException {
    shop.close();
    shop = new ProgramShop(kind, folder, clock);
  }

  private static Executions.By by(Duration patience, @Nullable String command) {
    return new Executions.By("mine", command, "", Patience.of(patience));
  }

  private String started() {
    return started("two", Map.of());
  }

  /// Patience begins when it is made.
  private static Executions.By mine() {
    return by(Duration.ofMinutes(1), null);
  }

  private String started(String workflow) {
    return started(workflow, Map.of());
  }

  private String started(String workflow, Map<String, @Nullable Object> context) {
    return done(shop.executions.start(mine(), new Executions.Start(workflow, "counter", context))).id();
  }

  private static <T> T done(Answer<T> answer) {
    return ((Answer.Done<T>) answer).value();
  }

  private void answer(String id, String step) {
    Executions.StepResult result = done(shop.executions.executeStep(mine(), input(id, step)));
    assertThat(result.success()).as("%s", result).isTrue();
  }

  private static Executions.StepInput input(String id, String step) {
    return new Executions.StepInput(
        id, step, Map.of("word", CANARY), Executions.Timing.AFTER_STEP);
  }

  private Executions.Execution execution(String id) {
    return shop.executions.find("mine", id).orElseThrow();
  }

  private static final class FullDisk implements UnitOfWork {
    @Override
    public <T> T call(Durability durability, Supplier<T> work) {
      throw new Unavailable(new IllegalStateException("full"));
    }

    @Override
    public void afterCommit(Runnable action) {}
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object context) {
    return (Map<String, Object>) context;
  }
}
