// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the fixed words of an action are words that there are.
final class ActionCheck {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "priority", List.of("low", "normal", "high", "urgent"),
          "severity", List.of("info", "warning", "error", "critical"),
          "state", List.of("new", "in_progress", "blocked", "completed", "cancelled"));

  private ActionCheck() {}

  static Optional<Fault> fault(String field, Action action) {
    for (Map.Entry<String, String> one : action.fields().entrySet()) {
      String name = one.getKey();
      String value = one.getValue();
      boolean template = value.contains("${");
      if (template && action.kind().isFixed(name)) {
        return wrong(field + name, "this must be written out");
      }
      List<String> words = WORDS.getOrDefault(name, List.of());
      if (!words.isEmpty() && !template && !words.contains(value)) {
        return wrong(field + name, "one of " + String.join(", ", words));
      }
      if (name.equals("url")) {
        Optional<String> why = HookAddress.refusal(value);
        if (why.isPresent()) {
          return Optional.of(new Fault(field + name, "AUTOMATION_ADDRESS", why.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> wrong(String field, String words) {
    return Optional.of(new Fault(field, "AUTOMATION_FIELD", words));
  }
}
