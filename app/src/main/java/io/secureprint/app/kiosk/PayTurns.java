// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.journey.PaymentTile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whose payment code the kiosk shows. First come, first shown; while others wait each has it for a
/// turn and then it goes round, so that nobody who has walked away holds up the rest.
final class PayTurns {
  /// Long enough to open an app and scan.
  static final Duration TURN = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final Deque<String> queue = new ArrayDeque<>();
  private Instant since = Instant.EPOCH;

  PayTurns(InstantSource clock) {
    this.clock = clock;
  }

  /// Those who can still pay, in the order in which they are shown from now on.
  Order of(List<PaymentTile> payments) {
    Map<String, PaymentTile> bySession = new LinkedHashMap<>();
    payments.stream()
        .filter(payment -> payment.until().isAfter(clock.instant()))
        .forEach(payment -> bySession.put(payment.sessionId(), payment));
    String before = queue.peekFirst();
    boolean alone = queue.size() < 2;
    queue.retainAll(bySession.keySet());
    bySession.keySet().stream().filter(id -> !queue.contains(id)).forEach(queue::addLast);
    boolean same = before != null && before.equals(queue.peekFirst());
    if (same && !alone && queue.size() > 1 && !clock.instant().isBefore(since.plus(TURN))) {
      queue.addLast(queue.removeFirst());
      same = false;
    }
    if (!same || alone) {
      since = clock.instant();
    }
    return new Order(
        queue.stream().map(bySession::get).toList(),
        queue.size() > 1 ? since.plus(TURN) : Instant.MAX);
  }

  /// The first is shown until `turn`, which is never where there are no others.
  record Order(List<PaymentTile> payments, Instant turn) {
    Order {
      payments = List.copyOf(payments);
    }
  }
}
