// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import org.jspecify.annotations.Nullable;

/// What the owner says to a customer, in English and, where the owner has written it, in Hindi. Shown
/// as it stands: nothing in it is ever read as HTML. `en` may be empty: a template can come to nothing.
public record StepText(String en, @Nullable String hi) {
  /// In UTF-16 units, of each language.
  public static final int LONGEST = 2_000;

  public StepText {
    hi = hi == null || hi.isBlank() ? null : hi;
    JsonBytes.text("en", en, LONGEST);
    if (hi != null) {
      JsonBytes.text("hi", hi, LONGEST);
    }
  }

  /// The same of texts that a template has made of data from anywhere: what no text may hold is left
  /// out, and what is too long is cut.
  public static StepText cleaned(String en, String hi) {
    return new StepText(JsonBytes.cleaned(en, LONGEST), JsonBytes.cleaned(hi, LONGEST));
  }

  int bytes() {
    return 16 + JsonBytes.of(en) + (hi == null ? 0 : JsonBytes.of(hi));
  }

  /// The bytes that it takes as JSON; 0 for none.
  public static int bytesOf(@Nullable StepText text) {
    return text == null ? 0 : text.bytes();
  }
}
