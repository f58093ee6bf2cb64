// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A data path in words: the label of the field whose answer it is, with the path behind it.
final class NameWords {
  private static final JsonPath KEY = JsonPath.of("config.dataKey");

  private NameWords() {}

  static String of(Inputs inputs, String path) {
    String words = words(inputs.text(), inputs.words(), path);
    return words.isEmpty() ? path : words + "  (" + path + ")";
  }

  /// The same without the path, where it has words.
  static String plain(Inputs inputs, String path) {
    String words = words(inputs.text(), inputs.words(), path);
    return words.isEmpty() ? path : words;
  }

  /// The same of a text that is not the one being edited.
  static String plain(WorkflowText text, FlowWords words, String path) {
    String said = words(text, words, path);
    return said.isEmpty() ? path : said;
  }

  /// A value that is known by a path: yes or no, what was chosen by its label, the rest as it is.
  static String value(WorkflowText text, FlowWords words, String path, Object value) {
    return switch (value) {
      case Boolean yes -> words.text(yes ? Say.PHONE_YES : Say.PHONE_NO);
      case List<?> all ->
          all.stream().map(each -> value(text, words, path, each)).collect(Collectors.joining(", "));
      default ->
          field(text, path).stream()
              .flatMap(field -> JsonPath.of("options").items(field).stream())
              .filter(option -> option.text("value").filter(value::equals).isPresent())
              .map(option -> words.said(option, "label"))
              .findFirst()
              .orElse(value.toString());
    };
  }

  private static Optional<JsonObject> field(WorkflowText text, String path) {
    String root = root(path);
    return text.steps().stream()
        .filter(step -> KEY.text(step).equals(root))
        .flatMap(step -> JsonPath.of("config.fields").items(step).stream())
        .filter(field -> field.text("key").filter(member(path)::equals).isPresent())
        .findFirst();
  }

  private static String root(String path) {
    return path.split("\\.", 2)[0];
  }

  private static String member(String path) {
    return path.length() > root(path).length() ? path.substring(root(path).length() + 1) : "";
  }

  private static String words(WorkflowText text, FlowWords words, String path) {
    Optional<JsonObject> field = field(text, path);
    if (field.isPresent()) {
      return words.said(field.get(), "label");
    }
    String member = member(path);
    return text.steps().stream()
        .filter(step -> KEY.text(step).equals(root(path)))
        .map(step -> words.said(step, "label"))
        .map(of -> member.isEmpty() ? of : of + ": " + words.named("known", member))
        .findFirst()
        .orElse("");
  }
}
