// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads one step.
final class StepReader {
  private static final int LONGEST_ID = 30;
  private static final int MOST_BRANCHES = 8;
  private static final int MOST_RULES = 20;
  private static final Set<String> PRIORITIES = Set.of("low", "normal", "high", "urgent");

  private StepReader() {}

  /// `index` names a step that has neither an id nor a label.
  static WorkflowStep step(Place place, int index) {
    StepType type = place.one("type", StepType.class, StepType.INFO);
    if (!place.has("type")) {
      place.note("type", Kind.MISSING);
    }
    Words label = place.words("label").orElseGet(() -> Words.plain(""));
    Place config = place.inner("config");
    Optional<ServerCall> call = CallReader.trigger(place, config);
    place.whole("order", index, 0, 10_000);
    WorkflowStep step =
        new WorkflowStep(
            id(place, label, index),
            type,
            label,
            type == StepType.TASK ? label : config.words("title").orElse(label),
            place.one("executionMode", StepExecutionMode.class, mode(type, call.isPresent())),
            place.one("triggerTiming", TriggerTiming.class, TriggerTiming.AFTER_STEP),
            call,
            config.key("dataKey"),
            config(type, config),
            CallReader.compensation(place),
            next(place),
            place.json());
    config.done();
    place.done();
    return step;
  }

  private static String id(Place place, Words label, int index) {
    String given = place.name("id");
    String id = given.isEmpty() ? slug(label, index) : given.toLowerCase(Locale.ROOT);
    if (id.length() > LONGEST_ID) {
      place.note("id", Kind.TOO_LONG, String.valueOf(LONGEST_ID));
    }
    return id;
  }

  private static String next(Place place) {
    String next = place.name("next");
    return next.equals(WorkflowStep.END) ? next : next.toLowerCase(Locale.ROOT);
  }

  private static StepExecutionMode mode(StepType type, boolean calls) {
    if (type == StepType.VALIDATION) {
      return StepExecutionMode.SERVER_VALIDATION;
    }
    return type.asks() && !calls ? StepExecutionMode.CLIENT_ONLY : StepExecutionMode.SERVER_SYNC;
  }

  /// The label as a name, since programs want one that they can read.
  private static String slug(Words label, int index) {
    String words =
        label.english().in(JsonObject.EMPTY).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String slug = words.replaceAll("^[^a-z]+|-+$", "");
    boolean named = !slug.isEmpty() && !slug.equals(Compiler.PRINT_FINALISER);
    return named ? slug.substring(0, Math.min(slug.length(), LONGEST_ID)) : "step-" + (index + 1);
  }

  private static StepConfig config(StepType type, Place config) {
    return switch (type) {
      case FORM ->
          new StepConfig.Form(
              config.name("formId"), config.words("message"), config.words("button"), FieldReader.fields(config));
      case INFO -> new StepConfig.Info(config.neededWords("message"), config.words("button"));
      case CONFIRMATION -> confirmation(config);
      case VALIDATION -> new StepConfig.Validation(rules(config), config.inner("result").json().members());
      case API_CALL -> new StepConfig.ApiCall(config.paths("body"));
      case APPROVAL -> new StepConfig.Approval(config.neededWords("message"));
      case TASK -> card(config);
      case WAIT ->
          new StepConfig.Wait(
              Duration.ofMillis(config.whole("pauseMs", 0, 0, Duration.ofDays(30).toMillis())),
              config.name("signal"));
      case PARALLEL -> new StepConfig.Parallel(branches(config));
      case SWITCH -> new StepConfig.Switch(cases(config), lower(config.name("otherwise")));
      case PRINT_OPTIONS, PRINT_PAYMENT, PRINT_OUTPUT -> new StepConfig.Print();
    };
  }

  private static StepConfig confirmation(Place config) {
    return new StepConfig.Confirmation(
        config.neededWords("message"), config.words("accept"), config.words("decline"));
  }

  private static StepConfig card(Place config) {
    return new StepConfig.Card(
        config.text("taskType", "customer_waiting", 40),
        config.text("area", "counter", 40),
        config.oneOf("priority", "normal", PRIORITIES),
        config.neededWords("title"),
        config.yes("await", true));
  }

  private static List<StepConfig.Rule> rules(Place config) {
    List<StepConfig.Rule> rules = new ArrayList<>();
    for (Place place : config.items("rules", MOST_RULES)) {
      rules.add(
          new StepConfig.Rule(
              place.needed("when", 500), place.text("field", "", 80), place.neededWords("says")));
      place.done();
    }
    return List.copyOf(rules);
  }

  private static List<StepConfig.Case> cases(Place config) {
    List<StepConfig.Case> cases = new ArrayList<>();
    for (Place place : config.items("cases", MOST_RULES)) {
      cases.add(
          new StepConfig.Case(place.needed("when", 500), lower(place.needed("goTo", 40))));
      place.done();
    }
    return List.copyOf(cases);
  }

  private static String lower(String step) {
    return step.equals(WorkflowStep.END) ? step : step.toLowerCase(Locale.ROOT);
  }

  private static List<List<WorkflowStep>> branches(Place config) {
    List<List<WorkflowStep>> branches = new ArrayList<>();
    for (Place branch : config.items("branches", MOST_BRANCHES)) {
      List<WorkflowStep> steps = new ArrayList<>();
      List<Place> items = branch.items("steps", Workflow.MOST_STEPS);
      for (int i = 0; i < items.size(); i++) {
        steps.add(step(items.get(i), i));
      }
      branches.add(List.copyOf(steps));
      branch.done();
    }
    return List.copyOf(branches);
  }
}
