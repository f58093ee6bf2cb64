// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

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

  private static String words(WorkflowText text, FlowWords words, String path) {
    String root = path.split("\\.", 2)[0];
    String member = path.length() > root.length() ? path.substring(root.length() + 1) : "";
    for (JsonObject step : text.steps()) {
      if (KEY.text(step).equals(root)) {
        for (JsonObject field : JsonPath.of("config.fields").items(step)) {
          if (field.text("key").filter(member::equals).isPresent()) {
            return words.said(field, "label");
          }
        }
        String of = words.said(step, "label");
        String what = words.named("known", member);
        return member.isEmpty() ? of : of + ": " + what;
      }
    }
    return "";
  }
}
