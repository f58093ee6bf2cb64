// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whom a program acts for when people have only given it a name: keys of one name belong to one
/// program, and no other program sees what is its own, also after its keys are over.
final class Subjects {
  private static final int LONGEST = 36;
  private static final String USUAL = "program";

  private Subjects() {}

  /// `all` are the keys there ever were.
  static String of(String name, List<ApiKey> all) {
    return all.stream()
        .filter(key -> key.name().equals(name))
        .map(ApiKey::subject)
        .findFirst()
        .orElseGet(() -> free(plain(name), all));
  }

  private static String free(String plain, List<ApiKey> all) {
    Set<String> taken = all.stream().map(ApiKey::subject).collect(Collectors.toSet());
    taken.add(ApiKey.SHOP);
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? plain : plain + "-" + number)
        .filter(subject -> !taken.contains(subject))
        .findFirst()
        .orElseThrow();
  }

  /// A name that has no Latin letters or digits says nothing here.
  private static String plain(String name) {
    String letters =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = letters.substring(0, Math.min(letters.length(), LONGEST));
    return cut.isEmpty() ? USUAL : cut;
  }
}
