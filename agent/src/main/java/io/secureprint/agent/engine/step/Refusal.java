// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Why an answer is not taken: what is said of it as a whole, and of which fields.
public record Refusal(StepText message, List<StepError> errors) {
  private static final StepText NOTHING = new StepText("", null);

  public Refusal {
    errors = List.copyOf(errors);
  }

  static Refusal of(List<StepError> errors) {
    return new Refusal(NOTHING, errors);
  }

  static Refusal of(StepText message) {
    return new Refusal(message, List.of());
  }

  JsonObject json() {
    List<Map<String, Object>> fields = new ArrayList<>();
    errors.forEach(error -> {
      Map<String, Object> field = said(error.message());
      field.put("field", error.field());
      fields.add(field);
    });
    Map<String, Object> all = said(message);
    all.put("errors", fields);
    return new JsonObject(all);
  }

  static Refusal read(JsonObject json) {
    List<StepError> errors = new ArrayList<>();
    if (json.members().get("errors") instanceof List<?> list) {
      for (Object each : list) {
        JsonObject error = JsonObject.of("e", each).object("e");
        errors.add(new StepError(error.text("field").orElse(""), said(error)));
      }
    }
    return new Refusal(said(json), errors);
  }

  private static Map<String, Object> said(StepText text) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("en", text.en());
    said.put("hi", Objects.requireNonNullElse(text.hi(), ""));
    return said;
  }

  private static StepText said(JsonObject json) {
    return new StepText(json.text("en").orElse(""), json.text("hi").orElse(""));
  }
}
