// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.api.graphql.Executions;
import io.secureprint.agent.api.graphql.Executions.Answer;
import io.secureprint.agent.api.graphql.Executions.Status;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.kernel.JsonObject;

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
import java.util.stream.Stream;

/// What executions of programs know: for an hour after the last command, over restarts, and nobody else's.
@OnBothDatabases
final class ProgramExecutionsTest {
  private static final String CANARY = "CANARY-7d1f";
  private static final Executions.By MINE = new Executions.By("mine", null, "");
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
    clock.pass(Duration.ofMinutes(59));
    answer(id, "first");
    clock.pass(Duration.ofMinutes(59));
    shop.engine.sweep();
    assertThat(execution(id).status()).isEqualTo(Status.IN_PROGRESS);
    clock.pass(Duration.ofMinutes(2));
    shop.engine.sweep();
    await().untilAsserted(() -> assertThat(execution(id).status()).isEqualTo(Status.CANCELLED));
    assertThat(execution(id).error()).isEqualTo("EXECUTION_EXPIRED");
    assertThat(shop.contexts.of(id)).isEqualTo(Context.LOST);
    assertThat(shop.sealedBytes()).isZero();
  }

  @Test
  void whoeverWaitsForPeopleIsForgottenAfterAnHourToo() {
    shop.publish("approval", APPROVAL);
    String id = started("approval");
    await().until(() -> shop.engine.find(id).orElseThrow().position().waiting());
    clock.pass(Duration.ofMinutes(59));
    answer(id, "boss");
    clock.pass(Duration.ofMinutes(59));
    shop.engine.sweep();
    assertThat(execution(id).status()).isEqualTo(Status.IN_PROGRESS);
    clock.pass(Duration.ofMinutes(2));
    shop.engine.sweep();
    await().untilAsserted(() -> assertThat(execution(id).status()).isEqualTo(Status.CANCELLED));
    assertThat(execution(id).error()).isEqualTo("EXECUTION_EXPIRED");
  }

  @Test
  void whatIsKnownSurvivesARestart() throws Exception {
    String id = started();
    answer(id, "first");
    reopen();
    assertThat(execution(id).currentStepId()).isEqualTo("second");
    answer(id, "second");
    Answer<Executions.Completion> completed = shop.executions.complete(MINE, id);
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
    assertThat(shop.executions.executeStep(MINE, input(id, "second")))
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> assertThat(((Executions.StepResult) done.value()).shouldProceed()).isFalse());
  }

  @Test
  void theDatabaseHoldsNothingThatCanBeRead() throws Exception {
    String id = started();
    answer(id, "first");
    assertThat(JsonObject.copy(asMap(Objects.requireNonNull(execution(id).context()))).toString()).contains(CANARY);
    shop.close();
    assertThat(holding(CANARY)).isEmpty();
    shop = new ProgramShop(kind, folder, clock);
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

  private String started() {
    return started("two");
  }

  private String started(String slug) {
    Answer<Executions.Execution> started =
        shop.executions.start(MINE, new Executions.Start(slug, "counter", Map.of()));
    return ((Answer.Done<Executions.Execution>) started).value().id();
  }

  private void answer(String id, String step) {
    Answer<Executions.StepResult> answer = shop.executions.executeStep(MINE, input(id, step));
    assertThat(((Answer.Done<Executions.StepResult>) answer).value().success()).isTrue();
  }

  private static Executions.StepInput input(String id, String step) {
    return new Executions.StepInput(
        id, step, Map.of("word", CANARY), Executions.Timing.AFTER_STEP);
  }

  private Executions.Execution execution(String id) {
    return shop.executions.find("mine", id).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object context) {
    return (Map<String, Object>) context;
  }
}
