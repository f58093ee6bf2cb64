// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishCheckTest {
  private static final PublishCheck CHECK = new PublishCheck(new Cel());

  @ParameterizedTest
  @CsvSource({"money-transfer", "student-discount"})
  void theExamplesHaveNothingWrong(String name) throws IOException {
    assertThat(check(example(name))).isEmpty();
  }

  /// Each line is a change of the student discount: what is put where, and what is found then.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "steps.0.config.dataKey | '' | steps[0].config.dataKey NO_DATA_KEY",
    "steps.0.config.dataKey | '\"context\"' | steps[0].config.dataKey TWICE",
    "steps.0.type | '\"FORMS\"' | steps[0].type NOT_ONE_OF",
    "steps.0.colour | 1 | steps[0].colour UNKNOWN_MEMBER",
    "steps.0.config.fields.0.pattern | '\"[\"' | steps[0].config.fields[0].pattern BAD_PATTERN",
    "steps.0.config.fields.0.type | '\"choice\"' | steps[0].config.fields[0].options MISSING",
    "steps.0.label | '\"${student.rollNo}\"' | steps[0].label UNKNOWN_PATH",
    "steps.1.config.rules.0.says | '\"${student.name}\"' | steps[1].config.rules[0].says UNKNOWN_PATH",
    "steps.1.config.rules.0.says | '\"${student\"' | steps[1].config.rules[0].says BAD_TEMPLATE",
    "steps.1.config.rules.0.when | '\"stud.rollNo == 1\"' | steps[1].config.rules[0].when BAD_RULE",
    "steps.1.config.rules.0.when | '\"1 + 1\"' | steps[1].config.rules[0].when BAD_RULE",
    "steps.1.next | '\"elsewhere\"' | steps[1].next UNKNOWN_STEP",
    "steps.1.next | '\"student\"' | steps[0] CYCLE",
    "steps.0.next | '\"options\"' | steps[1] UNREACHABLE",
    "steps.0.next | '\"END\"' | steps[2] PRINT_SKIPPED",
    "steps.3.type | '\"INFO\"' | steps PRINT_STEPS",
    "steps.1.triggerEndpoint | '\"ftp://x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"/a/../b\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https://${student.rollNo}/x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https://col_lege.example/x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https://विद्यालय.भारत/x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https:///x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https://college.example:65536/x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.1.triggerEndpoint | '\"https://college.example:999999999999/x\"' | steps[1].triggerEndpoint BAD_ENDPOINT",
    "steps.0.id | '\"cleanup\"' | steps[0].id TWICE",
    "steps.1.timeoutMs | 99 | steps[1].timeoutMs OUT_OF_RANGE",
    "config.discount.percent | 101 | config.discount.percent OUT_OF_RANGE",
    "config.discount.percent | '\"check.percent.\"' | config.discount.percent BAD_PATH",
    "config.discount.when | '\"nobody.is\"' | config.discount.when BAD_RULE",
  })
  void whatIsWrongIsFoundWhereItIs(String path, String value, String found) throws IOException {
    JsonObject changed = Change.of(example("student-discount"), path, value);
    assertThat(check(changed)).contains(found);
  }

  @Test
  void aConditionThatIsNotThereIsToldOnce() throws IOException {
    JsonObject without =
        Change.of(example("student-discount"), "steps.1.config.rules.0.when", "");
    assertThat(check(without)).containsExactly("steps[1].config.rules[0].when MISSING");
  }

  @Test
  void whatOnlySomeWaysKnowIsAdvice() throws IOException {
    JsonObject branched =
        JsonObject.parse(
            """
            {"name":"b","steps":[
              {"type":"FORM","label":"f","config":{"dataKey":"a","fields":[
                {"key":"x","label":{"en":"X","hi":"क"}}]}},
              {"type":"SWITCH","label":"s","config":{"cases":[{"when":"a.x == '1'","goTo":"i"}]}},
              {"type":"VALIDATION","label":"v","config":{"dataKey":"c"}},
              {"type":"INFO","label":"i","config":{"message":"${c.y}"}}]}
            """);
    WorkflowReader.Reading reading = WorkflowReader.read(branched);
    assertThat(reading.sound()).isTrue();
    assertThat(check(branched)).containsExactly("steps[3].config.message NOT_ALWAYS_KNOWN");
    assertThat(CHECK.check(reading)).allMatch(Finding::advice);
  }

  @Test
  void stepsThatAskAreNotDoneBesideOthers() {
    JsonObject parallel =
        JsonObject.parse(
            """
            {"name":"p","steps":[{"type":"PARALLEL","label":"p","config":{"branches":[
              {"steps":[{"type":"FORM","label":"f"}]},{"steps":[{"type":"TASK","label":"t",
                "config":{"title":"t"}}]}]}}]}
            """);
    assertThat(check(parallel))
        .containsExactly("steps[0].config.branches[0].steps[0].type NOT_ALONE");
  }

  /// Each line is a step of a general workflow, and what is found.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "'{\"type\":\"TASK\",\"label\":\"t\",\"config\":{\"title\":\"Fold\",\"taskType\":\"Fold it\"}}' | steps[0].config.taskType NO_TASK_TYPE",
    "'{\"type\":\"TASK\",\"label\":\"t\",\"config\":{\"title\":\"Fold\",\"area\":\" \"}}' | steps[0].config.area MISSING",
    "'{\"type\":\"TASK\",\"label\":\"t\",\"config\":{\"title\":\"Call ${context.name}\"}}' | steps[0].config.title NO_DATA_HERE",
    "'{\"type\":\"WAIT\",\"label\":\"w\",\"config\":{}}' | steps[0].config.pauseMs MISSING",
    "'{\"type\":\"PARALLEL\",\"label\":\"p\",\"config\":{\"branches\":[{\"steps\":[{\"type\":\"TASK\",\"label\":\"t\",\"config\":{\"title\":\"Fold\",\"taskType\":\"Fold it\"}}]}]}}' | steps[0].config.branches[0].steps[0].config.taskType NO_TASK_TYPE",
  })
  void whatWouldOnlyFailLaterIsFound(String step, String found) {
    assertThat(check(JsonObject.parse("{\"name\":\"n\",\"steps\":[" + step + "]}"))).contains(found);
  }

  /// Each line is a step beside another, and what is found: a server is called once, and no message comes.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "'\"type\":\"WAIT\",\"config\":{\"signal\":\"bell\"}' | config.signal NO_MESSAGE_HERE",
    "'\"type\":\"WAIT\",\"config\":{\"signal\":\"bell\",\"pauseMs\":9}' | config.signal NO_MESSAGE_HERE",
    "'\"type\":\"API_CALL\",\"triggerEndpoint\":\"/a\",\"triggerTiming\":\"BOTH\"' | triggerTiming NOT_ONE_OF",
  })
  void whatCannotBeDoneBesideOthersIsFound(String step, String found) {
    JsonObject parallel =
        JsonObject.parse(
            "{\"name\":\"p\",\"steps\":[{\"type\":\"PARALLEL\",\"label\":\"p\",\"config\":{\"branches\":["
                + "{\"steps\":[{\"type\":\"WAIT\",\"label\":\"w\",\"config\":{\"pauseMs\":9}}]},"
                + "{\"steps\":[{\"label\":\"s\"," + step + "}]}]}}]}");
    assertThat(check(parallel))
        .containsExactly("steps[0].config.branches[1].steps[0]." + found);
  }

  /// Each line is what a later message names, when the form's server is asked, and what is found.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "who.server.name | BEFORE_STEP | ''",
    "who.server.name | AFTER_STEP | ''",
    "who.served.name | BEFORE_STEP | steps[1].config.message UNKNOWN_PATH",
  })
  void whatAServerSaysToAFormIsKnownAfterIt(String path, String timing, String found) {
    String form = form("Who?", timing, ",\"triggerEndpoint\":\"/who\"");
    assertThat(check(form, path)).containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
  }

  @Test
  void aFormWithoutAServerHasNothingFromOne() {
    assertThat(check(form("Who?", "AFTER_STEP", ""), "who.server.name"))
        .containsExactly("steps[1].config.message UNKNOWN_PATH");
  }

  @Test
  void aQuestionMayShowWhatItsServerSaidBeforeIt() {
    String call = ",\"triggerEndpoint\":\"/who/${who.server.id}\"";
    assertThat(check(form("${who.server.name}?", "BEFORE_STEP", call), "who.x"))
        .containsExactly("steps[0].triggerEndpoint UNKNOWN_PATH");
    assertThat(check(form("${who.server.name}?", "AFTER_STEP", call), "who.x"))
        .containsExactlyInAnyOrder(
            "steps[0].triggerEndpoint UNKNOWN_PATH", "steps[0].config.message UNKNOWN_PATH");
  }

  private static String form(String message, String timing, String call) {
    return "{\"type\":\"FORM\",\"label\":\"f\",\"triggerTiming\":\"" + timing + "\"" + call
        + ",\"config\":{\"dataKey\":\"who\",\"message\":\"" + message
        + "\",\"fields\":[{\"key\":\"x\",\"label\":\"X\"}]}}";
  }

  private static List<String> check(String form, String path) {
    return check(
        JsonObject.parse(
            "{\"name\":\"n\",\"steps\":[" + form
                + ",{\"type\":\"INFO\",\"label\":\"i\",\"config\":{\"message\":\"${" + path
                + "}\"}}]}"));
  }

  @Test
  void aWorkflowTooLargeIsRefused() {
    JsonObject large =
        JsonObject.of("name", "n").with("steps", List.of(JsonObject.of("x", "y".repeat(250_000)).members()));
    assertThat(check(large)).contains(" TOO_LONG");
  }

  private static List<String> check(JsonObject source) {
    return CHECK.check(WorkflowReader.read(source)).stream()
        .map(finding -> finding.where() + " " + finding.kind())
        .toList();
  }

  static JsonObject example(String name) throws IOException {
    try (InputStream in =
        PublishCheckTest.class.getResourceAsStream("/workflows/" + name + ".json")) {
      return JsonObject.parse(Objects.requireNonNull(in, name).readAllBytes());
    }
  }
}
