// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Action;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One action while it is filled in.
final class ActionForm {
  private final Action.Kind kind;
  private final Map<String, StringProperty> fields = new LinkedHashMap<>();
  private final Set<String> touched = new HashSet<>();

  /// `changed` is called whenever something is typed.
  ActionForm(Action action, Runnable changed) {
    kind = action.kind();
    for (String field : kind.fields()) {
      StringProperty text = new SimpleStringProperty(action.field(field));
      text.subscribe((_, _) -> {
        touched.add(field);
        changed.run();
      });
      fields.put(field, text);
    }
  }

  Action.Kind kind() {
    return kind;
  }

  StringProperty field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  boolean isTouched(String field) {
    return touched.contains(field);
  }

  Action action() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((name, text) -> texts.put(name, text.get()));
    return new Action(kind, texts);
  }
}
