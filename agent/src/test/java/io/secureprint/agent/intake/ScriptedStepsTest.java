// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage.StepRefused;
import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.agent.practice.OffScript;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.practice.StepScript;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Scripted customers before the owner's steps.
class ScriptedStepsTest {
  private static final StepText TEXT = new StepText("Are you a student?", "क्या आप छात्र हैं?");
  private static final StepValues CARD = new StepValues(Map.of("rollNo", "21DU042"));

  private final ShopFront shop = new ShopFront();
  private final JoinCode code = shop.ticket();
  private final PracticePhone phone = shop.phone(code, 2);

  @BeforeEach
  void claim() {
    phone.claim();
    phone.answers(new StepScript(Map.of("student", CARD, "sure", StepValues.accepted(true))));
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void stepsOfTheScriptAreAnsweredWhileSomethingElseIsAwaited() {
    say(form(), step("student", StepKind.WAIT), step("sure", StepKind.CONFIRMATION));
    say(new AgentMessage.Waiting(7));
    assertThat(phone.await(AgentMessage.Waiting.class).place()).isEqualTo(7);
    say(AgentMessage.Step.none());
    assertThat(phone.await(AgentMessage.Step.class, step -> step.kind() == StepKind.NONE).step())
        .isEmpty();
    await().until(() -> guest().messages.size() == 2);
    PhoneMessage.StepInput card = (PhoneMessage.StepInput) guest().messages.getFirst();
    PhoneMessage.StepInput sure = (PhoneMessage.StepInput) guest().messages.getLast();
    assertThat(card.step()).isEqualTo("student");
    assertThat(card.input()).isEqualTo(CARD);
    assertThat(sure.input().all()).isEqualTo(Map.of("accepted", true));
    assertThat(sure.command()).hasSize(16).isNotEqualTo(card.command());
  }

  @Test
  void aScriptThatDoesNotPleaseTheShopEnds() {
    say(
        new StepRefused(
            "student", new byte[16], null, List.of(new StepError("rollNo", TEXT))));
    assertThatThrownBy(() -> phone.await(AgentMessage.Waiting.class))
        .isInstanceOf(OffScript.class)
        .hasMessageContaining("rollNo");
  }

  @Test
  void aTestMayAnswerByHand() {
    say(step("other", StepKind.INFO));
    assertThat(phone.await(AgentMessage.Step.class).step()).isEqualTo("other");
    phone.send(new PhoneMessage.StepInput("other", new byte[16], StepValues.NONE));
    await().until(() -> guest().messages.size() == 1);
    say(new StepRefused("other", new byte[16], TEXT, List.of()));
    assertThat(phone.await(StepRefused.class).message()).isEqualTo(TEXT);
  }

  private TestGuest guest() {
    return shop.doors.guest(code);
  }

  private void say(AgentMessage... messages) {
    List.of(messages).forEach(guest().line::send);
  }

  private static AgentMessage.Step form() {
    StepField roll = StepField.plain("rollNo", FieldType.TEXT, TEXT, true);
    return new AgentMessage.Step(
        "student", StepKind.FORM, TEXT, null, null, null, List.of(roll), null, 1, 2, null);
  }

  private static AgentMessage.Step step(String name, StepKind kind) {
    return new AgentMessage.Step(
        name, kind, TEXT, null, null, null, List.of(), null, 0, 0, null);
  }
}
