// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.NewStep;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a question offers to choose from. Programs and conditions know a choice by its value, which
/// follows the label as long as nothing names it, and which no two of a question share.
final class Options {
  private Options() {}

  static WorkflowText two(WorkflowText text, JsonPath options) {
    WorkflowText one = text.insert(options, 0, fresh(text, options));
    return one.insert(options, 1, fresh(one, options));
  }

  /// One more.
  static Map<String, Object> fresh(WorkflowText text, JsonPath options) {
    Set<String> taken = values(text, options, -1);
    int number = 1;
    while (taken.contains("option" + number)) {
      number++;
    }
    return Map.of(
        "value", "option" + number,
        "label", Map.of("en", "Choice " + number, "hi", "विकल्प " + number));
  }

  /// The value made of a new label.
  static WorkflowText named(WorkflowText before, JsonPath options, int at, String label) {
    JsonPath value = options.at(at).at("value");
    Set<String> taken = values(before, options, at);
    String now = value.text(before.json());
    String made = NewStep.fieldKey(before.said(options.at(at).at("label"), false), taken);
    boolean follows = now.matches("(option|field)[0-9]*") || now.equals(made);
    boolean used = before.json().pretty().contains("'" + now + "'");
    return !follows || used || label.isBlank()
        ? before
        : before.put(value, NewStep.fieldKey(label, taken));
  }

  private static Set<String> values(WorkflowText text, JsonPath options, int but) {
    Set<String> values = new HashSet<>();
    List<JsonObject> all = options.items(text.json());
    for (int i = 0; i < all.size(); i++) {
      if (i != but) {
        values.add(all.get(i).text("value").orElse(""));
      }
    }
    return values;
  }
}
