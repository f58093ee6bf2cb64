// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Template;
import io.secureprint.agent.kernel.form.StepText;

import java.util.List;
import java.util.stream.Stream;

/// What a person reads, in English and Hindi, each with `${path}` in it. In JSON one string for both,
/// or `{"en":…,"hi":…}`.
public record Words(Template english, Template hindi) {
  /// Longest text of one language, in UTF-16 units.
  public static final int LONGEST = 1000;

  /// What it wants to know.
  public List<DataPath> paths() {
    return Stream.concat(english.paths().stream(), hindi.paths().stream()).distinct().toList();
  }

  /// As somebody reads them of whom this is known.
  public StepText in(JsonObject data) {
    return StepText.cleaned(english.in(data), hindi.in(data));
  }

  public static Words plain(String text) {
    return new Words(Template.of(text), Template.of(text));
  }
}
