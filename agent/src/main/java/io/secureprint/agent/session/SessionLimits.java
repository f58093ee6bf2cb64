// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.time.Duration;

/// What one session may use. Sizes in bytes.
public record SessionLimits(
    int sessions,
    long fileBytes,
    long sessionBytes,
    int files,
    int pages,
    Duration idle,
    Duration disconnect,
    Duration life,
    Duration ticket) {
  public static final SessionLimits DEFAULTS =
      new SessionLimits(
          8,
          100L << 20,
          300L << 20,
          30,
          2_000,
          Duration.ofMinutes(10),
          Duration.ofMinutes(3),
          Duration.ofHours(1),
          Duration.ofSeconds(90));

  /// An old QR stays good for so long after its successor is on the screen.
  public static final Duration TICKET_GRACE = Duration.ofSeconds(30);

  public SessionLimits {
    if (sessions < 1 || fileBytes < 1 || sessionBytes < fileBytes || files < 1 || pages < 1) {
      throw new IllegalArgumentException("session limits must be positive");
    }
  }
}
