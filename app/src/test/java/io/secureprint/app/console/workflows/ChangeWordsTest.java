// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.Change;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.app.SampleWorkflows;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;

import org.junit.jupiter.api.Test;

final class ChangeWordsTest {
  private static final WorkflowText STUDENT =
      new WorkflowText(SampleWorkflows.example("workflows/student-discount.json"));
  private static final ChangeWords ENGLISH = in(Language.ENGLISH);
  private static final ChangeWords HINDI = in(Language.HINDI);

  @Test
  void aConditionIsToldInTheWordsOfItsQuestions() {
    String condition = "student.isStudent == true && student.rollNo.startsWith('20')";
    assertThat(ENGLISH.condition(condition))
        .isEqualTo("I am a student is yes; College roll number begins with 20");
    assertThat(HINDI.condition(condition)).startsWith("मैं विद्यार्थी हूँ: हाँ है; ");
    assertThat(ENGLISH.condition("student.rollNo == '1' || true"))
        .isEqualTo("student.rollNo == '1' || true");
  }

  @Test
  void aStepIsCalledInTheLanguageOfTheScreen() {
    Change way =
        new Change(
            Change.Kind.SET, new StepText("Roll number", "रोल नंबर"), "next", "", "options");
    assertThat(ENGLISH.step(way)).isEqualTo("Roll number");
    assertThat(HINDI.step(way)).isEqualTo("रोल नंबर");
    assertThat(ENGLISH.place(way) + " " + ENGLISH.fromTo(way)).isEqualTo("goes on with – → Choose");
  }

  private static ChangeWords in(Language language) {
    return new ChangeWords(STUDENT, FlowWords.of(Messages.in(language)));
  }
}
