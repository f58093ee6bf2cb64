// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/// One program's key, without its secret. `id` is the part of the key by which it is found; `subject`
/// is whom the program acts for: what belongs to a subject is shown to no other.
public record ApiKey(
    String id, String name, String subject, Set<ApiRole> roles, Made made, Ends ends) {
  /// The subject of the key in the file, from before keys had names.
  public static final String SHOP = "shop";

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\v]{1,60}");
  private static final Pattern SUBJECT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  public ApiKey {
    roles = Set.copyOf(roles);
  }

  static boolean fits(String name, String subject) {
    return NAME.matcher(name).matches()
        && name.strip().equals(name)
        && SUBJECT.matcher(subject).matches();
  }

  /// Whether it opens anything at `now`.
  public boolean isOpen(Instant now) {
    return ends.revokedAt() == null
        && (ends.expiresAt() == null || now.isBefore(ends.expiresAt()));
  }

  /// Since when there is one, and by whose hand.
  public record Made(Instant at, String by) {}

  /// Until when it counts, and when a program came with it last.
  public record Ends(
      @Nullable Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {}
}
