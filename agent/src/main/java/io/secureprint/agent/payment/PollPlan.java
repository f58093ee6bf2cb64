// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Ids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a provider is asked about a charge (`payments.md` 8.5): often while somebody is paying, and
/// for five days after, since banks answer late.
final class PollPlan {
  /// Also when a wait may be over, so that it never is before somebody has asked.
  private static final List<Duration> AFTER =
      List.of(
          Duration.ofMinutes(1), Cashier.GRACE, Duration.ofMinutes(5), Duration.ofMinutes(15),
          Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(2),
          Duration.ofDays(3), Duration.ofDays(4), Duration.ofDays(5));

  /// Nothing can come after.
  static final Duration LATEST = AFTER.getLast();

  private static final int JITTER_PERCENT = 20;

  private final Ids ids;

  /// `ids` scatter the questions, so that a gateway is not asked by many at once.
  PollPlan(Ids ids) {
    this.ids = ids;
  }

  /// The next time after `now` for a charge that was shown at `shown` and is paid or over at `end`;
  /// empty when nothing more can come.
  Optional<Instant> next(Instant shown, Instant end, Instant now) {
    if (now.isBefore(end)) {
      return Optional.of(now.plus(scattered(pause(Duration.between(shown, now)))));
    }
    return AFTER.stream().map(end::plus).filter(now::isBefore).findFirst();
  }

  private Duration scattered(Duration pause) {
    return pause.multipliedBy(100 - JITTER_PERCENT + ids.below(2 * JITTER_PERCENT + 1)).dividedBy(100);
  }

  private static Duration pause(Duration since) {
    if (since.compareTo(Duration.ofSeconds(2)) < 0) {
      return Duration.ofSeconds(5);
    }
    if (since.compareTo(Duration.ofMinutes(1)) < 0) {
      return Duration.ofSeconds(3);
    }
    return Duration.ofSeconds(since.compareTo(Duration.ofMinutes(3)) < 0 ? 5 : 10);
  }
}
