// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One thing that an automation does, with its fields by name; in a definition they may be templates, in
/// a run they are filled in.
public record Action(Kind kind, Map<String, String> fields) {
  /// Characters of a field of a definition.
  static final int LONGEST = 500;

  public Action {
    fields = new TreeMap<>(fields);
  }

  /// Empty where the field is not given.
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// What can be done: the fields that it needs, those that it may have, and of all these the ones that
  /// are written out and hold no templates.
  public enum Kind {
    CREATE_TASK("task_type title", "area priority", ""),
    UPDATE_TASK_STATE("task_id state", "reason", ""),
    EMIT_ALERT("severity title", "detail", "severity"),
    WEBHOOK("url", "text", "url");

    private final String needed;
    private final String possible;
    private final String fixed;

    Kind(String needed, String possible, String fixed) {
      this.needed = needed;
      this.possible = possible;
      this.fixed = fixed;
    }

    /// As in definitions and programs: `create_task`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public List<String> needed() {
      return words(needed);
    }

    /// All its fields, the needed ones first.
    public List<String> fields() {
      return words(needed + " " + possible);
    }

    boolean isFixed(String field) {
      return words(fixed).contains(field);
    }

    private static List<String> words(String text) {
      return List.of(text.split(" ", -1));
    }
  }
}
