// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

final class AdviceTest {
  private static final JsonPath WHEN = JsonPath.of("steps[1].config.rules[0].when");
  private static final WorkflowText ASKS =
      new WorkflowText(
          JsonObject.parse(
              """
              {"name":"x","kind":"GENERAL","steps":[
                {"id":"ask","type":"FORM","label":"Who","config":{"dataKey":"who","fields":[
                  {"key":"age","type":"number","label":"Age"},
                  {"key":"trade","type":"choice","label":"Trade","options":[
                    {"value":"student","label":"Student"},{"value":"other","label":"Other"}]}]}},
                {"id":"check","type":"VALIDATION","label":"Check",
                 "config":{"dataKey":"check","rules":[{"when":"true","says":"No"}]}}]}
              """));

  @Test
  void aRuleThatEverybodyKeepsIsTold() {
    assertThat(faults(ASKS)).containsExactly(advice(WHEN, "ALWAYS", ""));
    assertThat(faults(ASKS.put(WHEN, "who.trade == 'student'"))).isEmpty();
  }

  @Test
  void aCheckThatLooksAtNothingIsTold() {
    JsonPath rules = JsonPath.of("steps[1].config.rules");
    assertThat(faults(ASKS.remove(rules))).containsExactly(advice(rules, "NOTHING_CHECKED", ""));
    WorkflowText asking =
        ASKS.remove(rules).put(JsonPath.of("steps[1].triggerEndpoint"), "/check");
    assertThat(faults(asking)).isEmpty();
    JsonPath branches = JsonPath.of("steps[2]");
    Map<String, Object> alone =
        Map.of("type", "VALIDATION", "label", "Beside", "config", Map.of("dataKey", "beside"));
    WorkflowText beside =
        asking.put(
            branches.at("config").at("branches"), List.of(Map.of("steps", List.of(alone))));
    assertThat(faults(beside))
        .extracting(fault -> fault.where().toString())
        .containsExactly("steps[2].config.branches[0].steps[0].config.rules");
  }

  @Test
  void aChoiceThatIsNotOfferedIsTold() {
    assertThat(faults(ASKS.put(WHEN, "who.trade == 'teacher'")))
        .containsExactly(advice(WHEN, "NO_CHOICE", "teacher"));
    assertThat(faults(ASKS.put(WHEN, "who.trade != 'other' && who.age >= 18"))).isEmpty();
  }

  @Test
  void aConditionThatIsHalfFilledInSaysWhatItWants() {
    Finding finding = new Finding(WHEN.toString(), Finding.Kind.BAD_RULE, List.of("no such sign"));
    assertThat(Fault.of(finding, ASKS.put(WHEN, "who.age >= «18 years»").json()))
        .isEqualTo(new Fault(WHEN, "NO_NUMBER", List.of("18 years"), false));
    assertThat(Fault.of(finding, ASKS.put(WHEN, "who.trade == «»").json()).kind())
        .isEqualTo("NO_VALUE");
    assertThat(Fault.of(finding, ASKS.put(WHEN, "who.age >").json()).kind()).isEqualTo("BAD_RULE");
  }

  private static Fault advice(JsonPath where, String kind, String what) {
    return new Fault(where, kind, List.of(what), true);
  }

  private static List<Fault> faults(WorkflowText text) {
    return new Advice(text.json()).faults();
  }
}
