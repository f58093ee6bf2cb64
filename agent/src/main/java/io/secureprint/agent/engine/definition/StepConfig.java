// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepField;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a step of each kind is told. Lists and maps are as the reader made them: they never change.
public sealed interface StepConfig {
  /// Without fields the page that runs the workflow has a form of its own by the name of `formId`.
  record Form(String formId, Optional<Words> message, Optional<Words> button, List<FormField> fields)
      implements StepConfig {
    /// The fields as they are asked of somebody of whom this is known.
    public List<StepField> asked(JsonObject data) {
      return fields.stream().map(field -> field.in(data)).toList();
    }
  }

  record Info(Words message, Optional<Words> button) implements StepConfig {}

  record Confirmation(Words message, Optional<Words> accept, Optional<Words> decline)
      implements StepConfig {}

  /// Rules that must all hold; `shows` are added to what is known once they do.
  record Validation(List<Rule> rules, Map<String, Object> result) implements StepConfig {}

  /// `body` is sent; without it what the workflow's mapping makes of what is known.
  record ApiCall(Map<String, DataPath> body) implements StepConfig {}

  record Approval(Words question) implements StepConfig {}

  record Card(String taskType, String area, String priority, Words title, boolean awaited)
      implements StepConfig {}

  /// Either `pause` or `signal`; what waits for a signal gives up after `pause`.
  record Wait(Duration pause, String signal) implements StepConfig {}

  record Parallel(List<List<WorkflowStep>> branches) implements StepConfig {}

  /// The first case that holds; `otherwise` when none does, empty for the step that follows.
  record Switch(List<Case> cases, String otherwise) implements StepConfig {}

  record Print() implements StepConfig {}

  /// A CEL condition, and what is said of which field when it does not hold.
  record Rule(String condition, String field, Words says) {}

  /// A CEL condition and the step to go to.
  record Case(String condition, String step) {}
}
