// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes of a workflow that was checked what the engine runs: a step that asks a person and calls a
/// server becomes one step for each, so that each stands in the journal by itself and is repeated
/// alone.
public final class Compiler {
  /// Asks a person.
  public static final String ASK = "ask";
  /// Looks at rules and calls a server.
  public static final String CALL = "call";
  /// Has a server called, and goes on.
  public static final String LATER = "later";
  public static final String CARD = "card";
  public static final String PAUSE = "pause";
  public static final String PARALLEL = "parallel";
  public static final String SWITCH = "switch";
  /// Makes the result of what is known.
  public static final String FINISH = "finish";
  /// Undoes where there is something to undo, and forgets what was known.
  public static final String CLOSE = "close";
  public static final String PRINT_OPTIONS = "print.choose";
  public static final String PRINT_PAYMENT = "print.payment";
  public static final String PRINT_OUTPUT = "print.print";
  public static final String CLEANUP = "print.cleanup";

  /// No owner's step may be called so in a workflow that prints.
  static final String PRINT_FINALISER = "cleanup";

  private static final String END_FINISH = "end.finish";
  private static final String END_CLOSE = "end.close";
  private static final String BEFORE = ".before";
  private static final String AFTER = ".after";

  private final Workflow workflow;
  private final List<StepDefinition> compiled = new ArrayList<>();

  private Compiler(Workflow workflow) {
    this.workflow = workflow;
  }

  /// `slug` and `version` name what an execution was started with.
  public static WorkflowDefinition compile(Workflow workflow, String slug, int version) {
    return new Compiler(workflow).compile(slug, version);
  }

  /// The id of the owner's step that a compiled one is a part of; a key of its own for what is no
  /// owner's, since their ids have no dot.
  public static String stepId(String key) {
    String whole = key.endsWith(BEFORE) ? BEFORE : AFTER;
    return key.endsWith(whole) ? key.substring(0, key.length() - whole.length()) : key;
  }

  /// The server call of the step with these settings, as a workflow of its own beside its parent. There
  /// is no question to go back to.
  public static WorkflowDefinition background(JsonObject settings) {
    WorkflowStep step = StepOrders.of(settings).step();
    JsonObject beside = settings.with("phase", "BODY").with("back", "");
    return beside(List.of(new StepDefinition(step.id(), CALL, retry(step), beside, "")));
  }

  /// What one branch of a step with these orders does, as a workflow of its own that shares its parent's
  /// context. What is done in the background is done at once there: a branch is the background.
  public static WorkflowDefinition branch(List<WorkflowStep> steps, StepOrders parent) {
    List<StepDefinition> compiled = new ArrayList<>();
    for (WorkflowStep step : steps) {
      JsonObject settings =
          orders(step, "BODY", "")
              .with("mapping", mapping(step, parent.mapping()))
              .with("goesOn", parent.goesOn());
      String type = type(step).equals(LATER) ? CALL : type(step);
      compiled.add(new StepDefinition(step.id(), type, retry(step), settings, ""));
    }
    return beside(compiled);
  }

  private static WorkflowDefinition beside(List<StepDefinition> steps) {
    return new WorkflowDefinition(
        "branch", 1, steps, new StepDefinition(END_CLOSE, CLOSE, RetryPolicy.NONE));
  }

  private WorkflowDefinition compile(String slug, int version) {
    String asked = "";
    for (WorkflowStep step : workflow.steps()) {
      add(step, asked);
      asked = step.type().asks() ? step.id() : asked;
    }
    JsonObject config =
        JsonObject.of("config", workflow.source().object("config").members())
            .with("secret", secret());
    if (workflow.kind() == WorkflowKind.PRINT) {
      return new WorkflowDefinition(
          slug, version, compiled, new StepDefinition(PRINT_FINALISER, CLEANUP, RetryPolicy.NONE, config, ""));
    }
    RetryPolicy retry = workflow.completion().map(ServerCall::retry).orElse(RetryPolicy.NONE);
    compiled.add(new StepDefinition(END_FINISH, FINISH, retry, config, ""));
    return new WorkflowDefinition(
        slug, version, compiled, new StepDefinition(END_CLOSE, CLOSE, RetryPolicy.NONE));
  }

  /// `asked` is the last question before this step: whoever finds something wrong sends back to it.
  private void add(WorkflowStep step, String asked) {
    boolean after = step.type().asks() && step.callsAfter();
    if (twice(step)) {
      add(step, step.id() + BEFORE, callType(step), settings(step, "BEFORE", asked), "");
    }
    String next = target(step.next());
    add(step, step.id(), type(step), settings(step, "BODY", asked), after ? "" : next);
    if (after) {
      add(step, step.id() + AFTER, callType(step), settings(step, "AFTER", step.id()), next);
    }
  }

  private void add(WorkflowStep step, String key, String type, JsonObject settings, String next) {
    compiled.add(new StepDefinition(key, type, retry(step), settings, next));
  }

  /// Whoever goes to a step comes to what is done before it first. The end is where the result is made.
  private String target(String id) {
    if (id.isEmpty()) {
      return "";
    }
    if (id.equals(WorkflowStep.END)) {
      return workflow.kind() == WorkflowKind.PRINT ? StepDefinition.END : END_FINISH;
    }
    return workflow.steps().stream()
        .filter(step -> step.id().equals(id))
        .filter(Compiler::twice)
        .map(step -> id + BEFORE)
        .findFirst()
        .orElse(id);
  }

  /// Whether its server is called before the step itself is done.
  private static boolean twice(WorkflowStep step) {
    return step.callsBefore() && (step.type().asks() || step.timing() == TriggerTiming.BOTH);
  }

  private static RetryPolicy retry(WorkflowStep step) {
    return step.call().map(ServerCall::retry).orElse(RetryPolicy.NONE);
  }

  private static String callType(WorkflowStep step) {
    return step.mode() == StepExecutionMode.SERVER_ASYNC ? LATER : CALL;
  }

  private static String type(WorkflowStep step) {
    return switch (step.type()) {
      case FORM, INFO, CONFIRMATION -> ASK;
      case VALIDATION, API_CALL -> callType(step);
      case APPROVAL, TASK -> CARD;
      case WAIT -> PAUSE;
      case PARALLEL -> PARALLEL;
      case SWITCH -> SWITCH;
      case PRINT_OPTIONS -> PRINT_OPTIONS;
      case PRINT_PAYMENT -> PRINT_PAYMENT;
      case PRINT_OUTPUT -> PRINT_OUTPUT;
    };
  }

  /// What the step's handler is told, as [StepOrders] reads it.
  private JsonObject settings(WorkflowStep step, String phase, String back) {
    Map<String, String> goTo = new LinkedHashMap<>();
    if (step.config() instanceof StepConfig.Switch(var cases, String otherwise)) {
      cases.forEach(each -> goTo.put(each.step(), target(each.step())));
      goTo.put(otherwise, target(otherwise));
    }
    List<WorkflowStep> asked = workflow.steps().stream().filter(s -> s.type().asks()).toList();
    return orders(step, phase, back)
        .with("goTo", goTo)
        .with("mapping", mapping(step, workflow.apiMapping()))
        .with("at", asked.indexOf(step) + 1)
        .with("of", asked.size())
        .with("goesOn", workflow.kind() == WorkflowKind.PRINT);
  }

  private static JsonObject orders(WorkflowStep step, String phase, String back) {
    return new JsonObject(
        Map.of(
            "step", step.source().with("id", step.id()).members(), "phase", phase, "back", back));
  }

  /// Paths of answers that nobody may keep.
  private Map<String, Boolean> secret() {
    Map<String, Boolean> paths = new LinkedHashMap<>();
    for (WorkflowStep step : workflow.steps()) {
      if (step.config() instanceof StepConfig.Form form) {
        form.fields().stream()
            .filter(field -> field.asked().sensitive())
            .forEach(field -> paths.put(step.dataKey() + "." + field.key(), true));
      }
    }
    return paths;
  }

  /// What is sent: the step's own body, or what the workflow's mapping makes of what is known. Branches
  /// have it from their step.
  private static Map<String, String> mapping(WorkflowStep step, Map<String, DataPath> usual) {
    Map<String, DataPath> paths =
        step.config() instanceof StepConfig.ApiCall(var body) && !body.isEmpty() ? body : usual;
    Map<String, String> mapping = new LinkedHashMap<>();
    if (step.type() == StepType.API_CALL || step.type() == StepType.PARALLEL) {
      paths.forEach((target, path) -> mapping.put(target, path.toString()));
    }
    return mapping;
  }
}
