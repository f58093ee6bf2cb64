// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import java.util.Collection;
import java.util.Locale;

/// The name by which programs know a workflow, made of its title.
final class Slug {
  private static final int LONGEST = 30;

  private Slug() {}

  /// One that no other has.
  static String free(String title, Collection<String> taken) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String clean = plain.replaceAll("^[^a-z]+|-+$", "");
    String wanted =
        clean.isEmpty() ? "workflow" : clean.substring(0, Math.min(clean.length(), LONGEST));
    String slug = wanted;
    for (int i = 2; taken.contains(slug); i++) {
      slug = wanted + "-" + i;
    }
    return slug;
  }
}
