// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.time.Clock;

import org.junit.jupiter.api.Test;

final class RehearsalTest {
  private static final JsonObject STUDENT = Samples.of("student-discount");

  @Test
  void aStudentPaysLessAndNobodyElseDoes() {
    Rehearsal student = rehearse(STUDENT);
    assertThat(student.scene()).isInstanceOf(Scene.Asks.class);
    student.answer(JsonObject.parse("{\"rollNo\":\"2041\",\"isStudent\":true}"));
    assertThat(student.scene()).isInstanceOfSatisfying(
        Scene.Prints.class, prints -> assertThat(prints.off().orElseThrow().percent()).isEqualTo(10));
    Rehearsal other = rehearse(STUDENT);
    other.answer(JsonObject.parse("{\"isStudent\":false}"));
    assertThat(other.scene()).isInstanceOfSatisfying(
        Scene.Prints.class, prints -> assertThat(prints.off()).isEmpty());
  }

  @Test
  void aWrongAnswerIsAskedForAgainWithTheRulesWords() {
    Rehearsal student = rehearse(STUDENT);
    student.answer(JsonObject.parse("{\"rollNo\":\"1041\",\"isStudent\":true}"));
    assertThat(student.scene()).isInstanceOfSatisfying(
        Scene.Asks.class,
        asks -> assertThat(asks.errors().getFirst().message().en()).isEqualTo("A roll number begins with 20"));
    student.answer(JsonObject.parse("{\"rollNo\":\"20x\",\"isStudent\":true}"));
    assertThat(student.scene()).isInstanceOfSatisfying(
        Scene.Asks.class,
        asks -> assertThat(asks.errors().getFirst().message().en()).isEqualTo("Digits only"));
  }

  @Test
  void theShopsOwnStepsEndWhenSomebodySaysSo() {
    Rehearsal student = rehearse(STUDENT);
    student.answer(JsonObject.parse("{\"isStudent\":false}"));
    student.goOn();
    student.goOn();
    student.goOn();
    assertThat(student.scene()).isEqualTo(new Scene.Ended("COMPLETED", "", JsonObject.EMPTY));
    assertThat(student.passed())
        .containsExactly("student", "check", "options", "payment", "output");
  }

  @Test
  void serversAreNotCalledButAnsweredByWhoRehearses() {
    Rehearsal transfer = rehearse(Samples.of("money-transfer"));
    transfer.answer(JsonObject.parse("{\"amount\":500,\"recipientName\":\"Asha\"}"));
    assertThat(transfer.scene()).isInstanceOfSatisfying(
        Scene.Calls.class, call -> assertThat(call.endpoint()).isEqualTo("/api/accounts/validate"));
    transfer.reply(JsonObject.parse("{\"valid\":false,\"message\":\"No such account\"}"));
    assertThat(transfer.scene()).isInstanceOfSatisfying(
        Scene.Asks.class, asks -> assertThat(asks.message().en()).isEqualTo("No such account"));
    transfer.answer(JsonObject.parse("{\"amount\":400,\"recipientName\":\"Asha\"}"));
    transfer.reply(JsonObject.parse("{\"valid\":true,\"token\":\"t-1\"}"));
    transfer.answer(JsonObject.parse("{\"accepted\":true}"));
    assertThat(transfer.scene()).isInstanceOfSatisfying(
        Scene.Calls.class, call -> assertThat(call.body().text("validationToken")).contains("t-1"));
    transfer.reply(JsonObject.parse("{\"id\":\"7\"}"));
    assertThat(transfer.scene()).isInstanceOfSatisfying(
        Scene.Ended.class, ended -> assertThat(ended.result().members()).containsEntry("amount", 400L));
  }

  @Test
  void aSilentServerEndsAWorkflowButNeverAPrint() {
    Rehearsal transfer = rehearse(Samples.of("money-transfer"));
    transfer.answer(JsonObject.EMPTY);
    transfer.silence();
    assertThat(transfer.scene()).isInstanceOfSatisfying(
        Scene.Ended.class, ended -> assertThat(ended.status()).isEqualTo("FAILED"));
    Rehearsal print = rehearse(JsonPath.of("steps[1].triggerEndpoint").put(STUDENT, "/check"));
    print.answer(JsonObject.parse("{\"rollNo\":\"2041\",\"isStudent\":true}"));
    print.silence();
    assertThat(print.scene()).isInstanceOfSatisfying(
        Scene.Prints.class, prints -> assertThat(prints.off()).isEmpty());
  }

  @Test
  void branchesCardsAndWaitsAreGoneThrough() {
    WorkflowText text = new WorkflowText(JsonObject.parse("{\"name\":\"all\",\"steps\":[]}"));
    for (String type : new String[] {"PARALLEL", "APPROVAL", "WAIT", "INFO"}) {
      text = text.insert(WorkflowText.STEPS, 9, NewStep.of(text, type).members());
    }
    text = text.put(JsonPath.of("steps[0].config.branches[0].steps[0].config.await"), true);
    Rehearsal all = rehearse(text.json());
    assertThat(all.scene()).isEqualTo(new Scene.Decides("first"));
    all.decide(true);
    assertThat(all.scene()).isEqualTo(new Scene.Decides("approval"));
    all.decide(true);
    assertThat(all.scene()).isEqualTo(new Scene.Waits("wait", ""));
    all.goOn();
    assertThat(all.scene().step()).isEqualTo("info");
    all.answer(JsonObject.EMPTY);
    assertThat(all.scene()).isInstanceOf(Scene.Ended.class);
    assertThat(all.passed()).contains("parallel", "approval", "wait", "info");
  }

  @Test
  void aMessageThatIsWaitedForComesWhenSomebodySaysSo() {
    Rehearsal bell =
        rehearse(
            JsonObject.parse(
                """
                {"name":"Bell","steps":[{"id":"bell","type":"WAIT","config":{"signal":"bell"}},
                  {"id":"end","type":"INFO","config":{"message":"Over"}}]}
                """));
    assertThat(bell.scene()).isEqualTo(new Scene.Waits("bell", "bell"));
    bell.goOn();
    assertThat(bell.scene().step()).isEqualTo("end");
  }

  private static Rehearsal rehearse(JsonObject text) {
    return new Rehearsal(WorkflowReader.read(text).workflow(), new Cel(), Clock.systemUTC());
  }
}
