// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class OptionsTest {
  private static final JsonPath OPTIONS = JsonPath.of("steps[0].config.fields[0].options");
  private static final JsonPath LABEL = OPTIONS.at(0).at("label");
  private final WorkflowText two = Options.two(new WorkflowText(JsonObject.EMPTY), OPTIONS);

  @Test
  void aChoiceThatComesAfterOneHasGoneIsNotThereTwice() {
    WorkflowText three = add(two).remove(OPTIONS.at(0));
    assertThat(values(add(three))).containsExactly("option2", "option3", "option1");
  }

  @Test
  void theValueFollowsTheLabelAsLongAsNothingNamesIt() {
    WorkflowText student = label(two, "Student");
    assertThat(values(student)).containsExactly("student", "option2");
    assertThat(values(label(student, "Student of the college"))).contains("studentOfThe");
    WorkflowText named =
        student.put(JsonPath.of("config.discount.when"), "answers.trade == 'student'");
    assertThat(values(label(named, "Pupil"))).contains("student");
    WorkflowText twins = Options.named(student, OPTIONS, 1, "Student");
    assertThat(values(twins)).containsExactly("student", "student2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ANY||", "DIGITS||[0-9]+", "LETTERS_DIGITS||[A-Za-z0-9]+", "BEGINS|20|20.*",
        "BEGINS|C+ (1)|C\\+ \\(1\\).*", "BY_HAND|[0-9]{4,10}|[0-9]{4,10}", "BY_HAND|a.*b.*|a.*b.*"})
  void everyFormOfAnAnswerIsReadAsItWasChosen(AnswerForm form, String typed, String pattern) {
    String written = pattern == null ? "" : pattern;
    assertThat(form.pattern(typed == null ? "" : typed)).isEqualTo(written);
    assertThat(AnswerForm.of(written)).isEqualTo(form);
    if (form == AnswerForm.BEGINS) {
      assertThat(AnswerForm.beginning(written)).isEqualTo(typed);
      assertThat(typed + " and more").matches(written);
    }
  }

  private static WorkflowText label(WorkflowText text, String label) {
    return Options.named(text, OPTIONS, 0, label).say(LABEL, false, label);
  }

  private static WorkflowText add(WorkflowText text) {
    return text.insert(OPTIONS, Integer.MAX_VALUE, Options.fresh(text, OPTIONS));
  }

  private static List<String> values(WorkflowText text) {
    return OPTIONS.items(text.json()).stream()
        .map(option -> option.text("value").orElse(""))
        .toList();
  }
}
