// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Change;
import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.WorkflowText;

import java.util.stream.Collectors;

/// What is different between two versions, as the screen calls it.
record ChangeWords(WorkflowText text, FlowWords words) {
  /// The step it is about.
  String step(Change change) {
    boolean price = change.where().startsWith("config.discount");
    String whole = words.text(price ? Say.PRICE : Say.WHOLE);
    String step = words.said(change.step());
    return step.isEmpty() ? whole : step;
  }

  /// The last names of a place, which a person may know.
  String place(Change change) {
    String where = change.where();
    String plain = where.replaceFirst("^config\\.", "");
    String name = plain.replaceAll("\\[[0-9]+]", "").replaceAll("\\.(en|hi)$", "");
    String language =
        plain.endsWith(".hi") ? " (हिन्दी)" : plain.endsWith(".en") ? " (English)" : "";
    return words.named("place", name.substring(name.lastIndexOf('.') + 1)) + language;
  }

  String fromTo(Change change) {
    return words.text(Say.FROM_TO, value(change, change.before()), value(change, change.after()));
  }

  private String value(Change change, String value) {
    String where = change.where();
    String name = where.substring(where.lastIndexOf('.') + 1);
    if (value.isEmpty()) {
      return "–";
    }
    return switch (name) {
      case "when" -> condition(value);
      case "goTo", "otherwise", "next" -> stepName(value);
      case "type", "priority", "executionMode", "triggerTiming" -> words.named(group(name), value);
      default ->
          value.matches("true|false")
              ? words.text(value.equals("true") ? Say.PHONE_YES : Say.PHONE_NO)
              : value;
    };
  }

  private static String group(String name) {
    return switch (name) {
      case "executionMode" -> "mode";
      case "triggerTiming" -> "timing";
      default -> name;
    };
  }

  private String stepName(String id) {
    int index = text.ids().indexOf(id);
    return index < 0 ? words.named("step", id) : words.said(text.steps().get(index), "label");
  }

  /// In words where it was put together; otherwise as it was written.
  String condition(String cel) {
    return Condition.read(cel)
        .map(read -> read.parts().stream().map(this::part).collect(Collectors.joining("; ")))
        .orElse(cel);
  }

  private String part(Condition.Part part) {
    String name = NameWords.plain(text, words, part.path());
    String test = words.named("test", part.test().name());
    String value = NameWords.value(text, words, part.path(), part.value());
    return words.text(Say.CONDITION_SAID, name, test, value).strip();
  }
}
