// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// The short name that a new automation gets from what a person calls it.
final class ShortName {
  private static final int LONGEST = 24;
  private static final String USUAL = "automation";

  private ShortName() {}

  /// One that none of `taken` is.
  static String of(String name, Set<String> taken) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+", "");
    String cut =
        plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
    String stem = cut.length() < 2 ? USUAL : cut;
    return taken.contains(stem)
        ? IntStream.iterate(2, n -> n + 1)
            .mapToObj(n -> stem + "-" + n)
            .filter(one -> !taken.contains(one))
            .findFirst()
            .orElseThrow()
        : stem;
  }
}
