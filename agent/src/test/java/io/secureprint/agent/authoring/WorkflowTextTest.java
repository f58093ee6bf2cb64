// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.definition.DataNames;
import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.agent.kernel.form.StepText;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkflowTextTest {
  private static final WorkflowText STUDENT = new WorkflowText(Samples.of("student-discount"));
  private static final PublishCheck CHECK = new PublishCheck(new Cel());

  @Test
  void whatNobodyHereKnowsSurvivesAnEdit() {
    WorkflowText odd = STUDENT.put(JsonPath.of("steps[0].config.fields[1].colour"), "red");
    WorkflowText edited = odd.say(JsonPath.of("steps[0].config.fields[1].label"), false, "Student?");
    assertThat(JsonPath.of("steps[0].config.fields[1].colour").text(edited.json())).isEqualTo("red");
  }

  @Test
  void oneTextForBothLanguagesBecomesTwoOnceHindiIsWritten() {
    JsonPath label = JsonPath.of("label");
    WorkflowText one = new WorkflowText(JsonObject.of("label", "Name"));
    assertThat(one.said(label, false)).isEqualTo("Name");
    WorkflowText two = one.say(label, true, "नाम");
    assertThat(two.said(label, false)).isEqualTo("Name");
    assertThat(two.said(label, true)).isEqualTo("नाम");
    assertThat(two.say(label, true, "").say(label, false, "").json()).isEqualTo(JsonObject.EMPTY);
  }

  @Test
  void stepsThatSayTheirOrderAreListedInIt() {
    WorkflowText text =
        new WorkflowText(
            JsonObject.parse("{\"steps\":[{\"type\":\"B\",\"order\":2},{\"type\":\"A\",\"order\":1}]}"));
    assertThat(text.type(0)).isEqualTo("A");
    assertThat(text.json().pretty()).doesNotContain("order");
  }

  @ParameterizedTest
  @MethodSource("io.secureprint.agent.authoring.NewStep#types")
  void whatIsAddedHasNothingWrongWhereverItIsAddedButAServerThatIsStillToBeNamed(String type) {
    for (int chosen = -1; chosen < STUDENT.steps().size(); chosen++) {
      int place = NewStep.place(STUDENT, type, chosen);
      WorkflowText added =
          STUDENT.insert(WorkflowText.STEPS, place, NewStep.of(STUDENT, type).members());
      List<Finding> findings = CHECK.check(WorkflowReader.read(added.json()));
      assertThat(findings)
          .filteredOn(finding -> !finding.where().endsWith("triggerEndpoint"))
          .as("%s after %s", type, chosen)
          .isEmpty();
    }
  }

  @Test
  void namesAreFree() {
    WorkflowText twice =
        STUDENT.insert(WorkflowText.STEPS, 0, NewStep.of(STUDENT, "FORM").members());
    JsonObject second = NewStep.of(twice, "FORM");
    assertThat(second.text("id")).contains("form-2");
    assertThat(JsonPath.of("config.dataKey").text(second)).isEqualTo("answers2");
    assertThat(NewStep.fieldKey("College roll number!", Set.of("collegeRollNumber")))
        .isEqualTo("collegeRollNumber2");
    assertThat(NewStep.fieldKey("कॉलेज", Set.of())).isEqualTo("field");
  }

  @Test
  void whatAStepMayNameIsWhatIsFoundOutBeforeIt() {
    var workflow = WorkflowReader.read(STUDENT.json()).workflow();
    assertThat(DataNames.at(workflow, 0)).isEmpty();
    assertThat(DataNames.at(workflow, 2))
        .extracting(DataNames.DataName::path)
        .containsExactly("student.rollNo", "student.isStudent", "check.valid");
  }

  @Test
  void whatAServerSaysToAQuestionStandsBesideTheAnswer() {
    var workflow =
        WorkflowReader.read(
                JsonObject.parse(
                    """
                    {"name": "Seat", "steps": [
                      {"id": "sure", "type": "CONFIRMATION", "label": "Sure?", "triggerEndpoint": "/fee",
                       "triggerTiming": "BEFORE_STEP", "executionMode": "SERVER_SYNC",
                       "config": {"message": "It costs ${sure.server.fee}", "dataKey": "sure"}},
                      {"id": "told", "type": "INFO", "label": "Done", "config": {"message": "Done"}}]}
                    """))
            .workflow();
    assertThat(DataNames.at(workflow, 0)).extracting(DataNames.DataName::path)
        .containsExactly("sure.server");
    assertThat(DataNames.at(workflow, 1)).extracting(DataNames.DataName::path)
        .containsExactly("sure.accepted", "sure.server");
  }

  @Test
  void changesAreToldStepByStep() {
    WorkflowText after =
        STUDENT
            .say(JsonPath.of("steps[0].label"), false, "A student?")
            .put(JsonPath.of("config.discount.percent"), 15L)
            .remove(JsonPath.of("steps[1]"));
    assertThat(Change.between(STUDENT.json(), after.json()))
        .containsExactly(
            set(new StepText("", null), "config.discount.percent", "10", "15"),
            new Change(Change.Kind.REMOVED, new StepText("Roll number", "रोल नंबर"), "", "", ""),
            set(
                new StepText("A student?", "क्या आप विद्यार्थी हैं?"),
                "label.en",
                "Are you a student?",
                "A student?"));
    WorkflowText moved = STUDENT.move(WorkflowText.STEPS, 0, 1);
    assertThat(Change.between(STUDENT.json(), moved.json()))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.MOVED);
  }

  private static Change set(StepText step, String where, String before, String after) {
    return new Change(Change.Kind.SET, step, where, before, after);
  }
}
