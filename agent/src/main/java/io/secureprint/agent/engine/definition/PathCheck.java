// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static io.secureprint.agent.engine.definition.PublishCheck.at;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.Template;

import java.util.List;
import java.util.Optional;

/// Whether everything that texts, mappings and conditions name is known where they stand.
final class PathCheck {
  private final Workflow workflow;
  private final Cel conditions;
  private final List<Finding> findings;
  private final Known known;

  PathCheck(Workflow workflow, Ways ways, Cel conditions, List<Finding> findings) {
    this.workflow = workflow;
    this.conditions = conditions;
    this.findings = findings;
    this.known = new Known(workflow.steps(), ways);
  }

  void run() {
    int end = workflow.steps().size();
    workflow.apiMapping().forEach((target, path) -> path(end, path, "config.apiMapping." + target));
    workflow.completion().ifPresent(call -> endpoint(end, call, "config.completion.endpoint"));
    workflow.discount().ifPresent(this::discount);
    for (int i = 0; i < end; i++) {
      step(i, workflow.steps().get(i), at(i));
    }
  }

  /// A discount is given when the customer comes to the price.
  private void discount(Workflow.Discount discount) {
    int price = 0;
    while (price < workflow.steps().size()
        && workflow.steps().get(price).type() != StepType.PRINT_OPTIONS) {
      price++;
    }
    condition(price, discount.condition(), "config.discount.when");
    if (discount.percent() instanceof Workflow.Percent.Found(DataPath path)) {
      path(price, path, "config.discount.percent");
    }
    words(price, discount.label(), "config.discount.label");
  }

  private void step(int i, WorkflowStep step, String where) {
    words(i, step.label(), where + ".label");
    shown(i, step.title(), where + ".config.title");
    step.call().ifPresent(call -> endpoint(i, call, where + ".triggerEndpoint"));
    String in = where + ".config.";
    switch (step.config()) {
      case StepConfig.Form form -> {
        form.message().ifPresent(words -> shown(i, words, in + "message"));
        form.fields().forEach(field -> shown(i, field.label(), in + "fields"));
      }
      case StepConfig.Info info -> shown(i, info.message(), in + "message");
      case StepConfig.Confirmation confirmation -> shown(i, confirmation.message(), in + "message");
      case StepConfig.Validation validation -> rules(i, validation.rules(), in + "rules");
      case StepConfig.ApiCall(var body) ->
          body.forEach((target, path) -> path(i, path, in + "body." + target));
      case StepConfig.Approval(Words question) -> words(i, question, in + "message");
      case StepConfig.Card card -> words(i, card.title(), in + "title");
      case StepConfig.Switch(var cases, _) -> {
        for (int c = 0; c < cases.size(); c++) {
          condition(i, cases.get(c).condition(), in + "cases[" + c + "].when");
        }
      }
      case StepConfig.Parallel(var branches) ->
          branches.forEach(branch -> branch.forEach(inner -> step(i, inner, where)));
      case StepConfig.Wait _, StepConfig.Print _ -> {}
    }
  }

  private void rules(int i, List<StepConfig.Rule> rules, String where) {
    for (int r = 0; r < rules.size(); r++) {
      condition(i, rules.get(r).condition(), where + "[" + r + "].when");
      words(i, rules.get(r).says(), where + "[" + r + "].says");
    }
  }

  private void condition(int i, String condition, String where) {
    boolean told = findings.stream().anyMatch(finding -> finding.where().equals(where));
    if (condition.isBlank() && told) {
      return;
    }
    Optional<String> wrong = conditions.wrong(condition, known.roots(i));
    wrong.ifPresent(words -> findings.add(Finding.of(where, Kind.BAD_RULE, words)));
  }

  private void endpoint(int i, ServerCall call, String where) {
    try {
      Template.of(call.endpoint()).paths().forEach(path -> path(i, path, where));
    } catch (IllegalArgumentException _) {
      findings.add(Finding.of(where, Kind.BAD_ENDPOINT, call.endpoint()));
    }
  }

  /// What a person reads who is asked.
  private void shown(int i, Words words, String where) {
    words.paths().stream()
        .filter(path -> !known.found(i, path))
        .forEach(path -> path(i, path, where));
  }

  private void words(int i, Words words, String where) {
    words.paths().forEach(path -> path(i, path, where));
  }

  private void path(int i, DataPath path, String where) {
    PublishCheck.path(known, i, path, where, findings);
  }
}
