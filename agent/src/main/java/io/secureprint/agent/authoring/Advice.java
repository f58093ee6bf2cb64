// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.definition.DataNames;
import io.secureprint.agent.engine.definition.StepType;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.ArrayList;
import java.util.List;

/// What a workflow says that its owner hardly means, though it can run so.
final class Advice {
  private final JsonObject json;
  private final Workflow workflow;
  private final List<Fault> faults = new ArrayList<>();

  /// What can be told.
  enum Kind {
    /// A way or a rule that holds for everybody.
    ALWAYS,
    /// A check without a rule and without a server.
    NOTHING_CHECKED,
    /// A condition asks for a choice that is not offered.
    NO_CHOICE
  }

  Advice(JsonObject json) {
    this.json = json;
    this.workflow = WorkflowReader.read(json).workflow();
  }

  List<Fault> faults() {
    int price = workflow.steps().size();
    for (int i = 0; i < workflow.steps().size(); i++) {
      step(i, WorkflowText.step(i));
      price = workflow.steps().get(i).type() == StepType.PRINT_OPTIONS ? i : price;
    }
    choices(price, JsonPath.of("config.discount.when"));
    return List.copyOf(faults);
  }

  private void step(int index, JsonPath step) {
    JsonPath rules = step.then("config.rules");
    conditions(index, rules);
    conditions(index, step.then("config.cases"));
    boolean checks = step.at("type").text(json).equals("VALIDATION");
    boolean asks = !step.at("triggerEndpoint").text(json).isBlank();
    if (checks && !asks && rules.items(json).isEmpty()) {
      tell(rules, Kind.NOTHING_CHECKED, "");
    }
    JsonPath branches = step.then("config.branches");
    for (int b = 0; b < branches.items(json).size(); b++) {
      JsonPath inner = branches.at(b).at("steps");
      for (int s = 0; s < inner.items(json).size(); s++) {
        step(index, inner.at(s));
      }
    }
  }

  private void conditions(int index, JsonPath list) {
    for (int i = 0; i < list.items(json).size(); i++) {
      JsonPath when = list.at(i).at("when");
      if (when.text(json).strip().equals("true")) {
        tell(when, Kind.ALWAYS, "");
      }
      choices(index, when);
    }
  }

  private void choices(int index, JsonPath when) {
    Condition.read(when.text(json)).stream()
        .flatMap(condition -> condition.parts().stream())
        .filter(part -> part.fits() && part.test().takesValue())
        .filter(part -> !offered(index, part))
        .forEach(part -> tell(when, Kind.NO_CHOICE, part.value()));
  }

  private boolean offered(int index, Condition.Part part) {
    return DataNames.at(workflow, index).stream()
        .filter(name -> name.path().equals(part.path()) && !name.options().isEmpty())
        .allMatch(name ->
            name.options().stream().anyMatch(option -> option.value().equals(part.value())));
  }

  private void tell(JsonPath where, Kind kind, String what) {
    faults.add(new Fault(where, kind.name(), List.of(what), true));
  }
}
