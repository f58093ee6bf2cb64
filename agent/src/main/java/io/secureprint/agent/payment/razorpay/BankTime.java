// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;

/// The gateway's time by this PC's clock, which in shops is often wrong (`payments.md` 8.6): every
/// answer's `Date` tells how far the gateway is ahead. Thread-safe.
final class BankTime {
  /// A `Date` has whole seconds and was some way under way: what differs by less is the same.
  private static final Duration ALIKE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private volatile Duration ahead = Duration.ZERO;

  BankTime(InstantSource clock) {
    this.clock = clock;
  }

  /// Less than a minute is none; below zero where the gateway is behind.
  Duration ahead() {
    return ahead;
  }

  Instant now() {
    return clock.instant().plus(ahead);
  }

  Instant inShopTime(Instant atBank) {
    return atBank.minus(ahead);
  }

  Instant atBank(Instant inShop) {
    return inShop.plus(ahead);
  }

  /// What is no date tells nothing.
  void heard(String date) {
    try {
      Instant there = ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant();
      Duration found = Duration.between(clock.instant(), there);
      if (!isAlike(found, ahead)) {
        ahead = isAlike(found, Duration.ZERO) ? Duration.ZERO : found;
      }
    } catch (DateTimeException _) {
      // it keeps the time that it was thought to have
    }
  }

  private static boolean isAlike(Duration a, Duration b) {
    return a.minus(b).abs().compareTo(ALIKE) < 0;
  }
}
