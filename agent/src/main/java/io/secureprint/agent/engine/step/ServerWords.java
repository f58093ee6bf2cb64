// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepText;

import java.util.ArrayList;
import java.util.List;

/// How a server says that it is not right: `shouldProceed` or `valid` false, a `message` for the whole and
/// `errors` by field, as an object or as a list of `{field, message}`.
final class ServerWords {
  private static final int MOST_ERRORS = 20;
  private static final int LONGEST = 300;

  private ServerWords() {}

  static boolean proceeds(JsonObject body) {
    Object says = body.member("shouldProceed").or(() -> body.member("valid")).orElse(true);
    return !Boolean.FALSE.equals(says);
  }

  static Refusal refusal(JsonObject body, String dataKey) {
    List<StepError> errors = new ArrayList<>();
    JsonObject byField = body.object("errors");
    byField.names().forEach(
        field -> add(errors, field, byField.text(field).orElse(""), dataKey));
    if (body.members().get("errors") instanceof List<?> list) {
      for (Object each : list) {
        JsonObject error = JsonObject.of("e", each).object("e");
        add(errors, error.text("field").orElse(""), error.text("message").orElse(""), dataKey);
      }
    }
    StepText message = said(body.text("message").orElse(""));
    return errors.isEmpty() && message.en().isEmpty()
        ? Refusal.of(new StepText("This was not accepted.", "यह स्वीकार नहीं हुआ।"))
        : new Refusal(message, errors);
  }

  private static void add(
      List<StepError> errors, String field, String message, String dataKey) {
    if (errors.size() < MOST_ERRORS && !message.isBlank()) {
      String own = field.startsWith(dataKey + ".") ? field.substring(dataKey.length() + 1) : field;
      errors.add(new StepError(cut(own), said(message)));
    }
  }

  private static StepText said(String text) {
    return StepText.cleaned(cut(text), "");
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
