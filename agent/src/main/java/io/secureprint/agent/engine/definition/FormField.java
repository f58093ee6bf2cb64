// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepField;

import java.util.Optional;

/// One thing that a form asks for, with the texts that may name data.
public record FormField(StepField asked, Words label, Optional<Words> hint) {
  public String key() {
    return asked.key();
  }

  /// As it is asked of somebody of whom this is known.
  public StepField in(JsonObject data) {
    return new StepField(
        asked.key(),
        asked.type(),
        label.in(data),
        hint.map(words -> words.in(data)).orElse(null),
        asked.required(),
        asked.min(),
        asked.max(),
        asked.minLength(),
        asked.maxLength(),
        asked.pattern(),
        asked.says(),
        asked.options(),
        asked.sensitive());
  }
}
