// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.connection;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// For which server a connection's secret is meant. Connections are the whole shop's and secrets lie on
/// its PCs: a secret that was meant for a former server goes to no other.
///
/// @param value 32 hexadecimal digits, beside the secret as well; empty where the connection has no
///     secret, and null where nobody has changed it since there are marks
public record SecretMark(@Nullable String value) {
  static final SecretMark NONE = new SecretMark("");
  /// Where nobody has said so far.
  private static final SecretMark UNKNOWN = new SecretMark(null);
  /// No header has one, and so no secret.
  private static final char END = '\n';

  /// As it is kept in a column.
  public static SecretMark of(@Nullable String column) {
    return column == null ? UNKNOWN : new SecretMark(column);
  }

  boolean isSet() {
    return value != null && !value.isEmpty();
  }

  /// What is kept on this PC.
  String on(String secret) {
    return value + END + secret;
  }

  /// The secret in what is kept on this PC; nothing where it is meant for another server.
  Optional<String> secretIn(String kept) {
    return value == null || kept.startsWith(value + END)
        ? Optional.of(kept.substring(kept.indexOf(END) + 1))
        : Optional.empty();
  }
}
