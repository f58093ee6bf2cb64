// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A UPI address (`payments.md` 1.3), in lower case. Anything that is not ASCII is a look-alike.
public record Vpa(String text) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9._-]{1,254}@[a-z][a-z0-9]{1,63}");
  private static final int LONGEST = 255;

  public Vpa {
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no UPI address: " + text);
    }
  }

  public static Optional<Vpa> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    boolean fits = text.length() <= LONGEST && FORM.matcher(text).matches();
    return fits ? Optional.of(new Vpa(text)) : Optional.empty();
  }
}
