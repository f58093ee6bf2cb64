// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import dev.cel.runtime.CelEvaluationException;

import io.secureprint.agent.automation.Expressions.Spot;
import io.secureprint.agent.automation.Expressions.Wrong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A definition whose condition and templates are ready to be used.
final class Checked {
  private final Definition definition;
  private final Condition condition;
  private final List<Prepared> actions;

  private Checked(Definition definition, Condition condition, List<Prepared> actions) {
    this.definition = definition;
    this.condition = condition;
    this.actions = List.copyOf(actions);
  }

  /// Adds what is wrong to `faults`; what comes of it counts only when nothing was.
  static Checked of(Definition definition, EventTypes types, List<Fault> faults) throws Wrong {
    Expressions expressions = new Expressions(Scope.of(definition.trigger(), types));
    String text = definition.condition().isBlank() ? "true" : definition.condition();
    Condition condition = null;
    try {
      boolean discreet = definition.trigger() instanceof Trigger.OnWebhook;
      condition = Condition.of(text, expressions, discreet);
    } catch (Wrong e) {
      faults.addAll(faults("when", e));
    }
    List<Prepared> actions = new ArrayList<>();
    for (int at = 0; at < definition.actions().size(); at++) {
      actions.add(prepared("actions[" + at + "].", definition.actions().get(at), expressions, faults));
    }
    if (condition == null || !faults.isEmpty()) {
      throw new Wrong(List.of(new Spot(1, 1, "the definition has faults")));
    }
    return new Checked(definition, condition, actions);
  }

  /// What is wrong with the expressions of a draft, whatever else it still lacks; nothing while it is open
  /// which events they are about.
  static List<Fault> wrong(Draft draft, EventTypes types) {
    List<Fault> faults = new ArrayList<>();
    if (draft.start().kind() == Draft.Kind.EVENT && draft.start().events().isEmpty()) {
      return faults;
    }
    Expressions expressions = new Expressions(Scope.of(draft.start(), types));
    try {
      if (!draft.condition().isBlank()) {
        var _ = Condition.of(draft.condition(), expressions, true);
      }
    } catch (Wrong e) {
      faults.addAll(faults("when", e));
    }
    for (int at = 0; at < draft.actions().size(); at++) {
      var _ = prepared("actions[" + at + "].", draft.actions().get(at), expressions, faults);
    }
    return faults;
  }

  private static Prepared prepared(
      String field, Action action, Expressions expressions, List<Fault> faults) {
    Map<String, Template> templates = new LinkedHashMap<>();
    action.fields().forEach((name, text) -> {
      try {
        templates.put(name, Template.of(text, expressions));
      } catch (Wrong e) {
        faults.addAll(faults(field + name, e));
      }
    });
    return new Prepared(action.kind(), templates);
  }

  private static List<Fault> faults(String field, Wrong wrong) {
    return wrong.spots().stream()
        .map(
            spot ->
                new Fault(field, spot.line(), spot.column(), "EXPRESSION_WRONG", spot.words()))
        .toList();
  }

  Definition definition() {
    return definition;
  }

  Why ask(Map<String, ?> values) {
    return condition.ask(values);
  }

  /// The actions with everything filled in.
  ///
  /// @throws CelEvaluationException when something that a text speaks of is missing
  List<Action> fill(Map<String, ?> values) throws CelEvaluationException {
    List<Action> filled = new ArrayList<>();
    for (Prepared action : actions) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (Map.Entry<String, Template> field : action.templates().entrySet()) {
        fields.put(field.getKey(), field.getValue().fill(values));
      }
      filled.add(new Action(action.kind(), fields));
    }
    return filled;
  }

  private record Prepared(Action.Kind kind, Map<String, Template> templates) {}
}
