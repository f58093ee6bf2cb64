// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One charge that may be paid from `shown` to `end`: when it is asked about next, and never twice at
/// once. Of a code that is not ours only those payments count that a message has named. Thread-safe.
final class Watched {
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  /// A gateway may wish for any; whoever has paid waits for the answer.
  private static final Duration LONGEST_WISH = Duration.ofSeconds(90);

  private final String object;
  private final Instant shown;
  private final Instant end;
  private final boolean ours;
  private final Set<String> named = ConcurrentHashMap.newKeySet();
  private Instant due;
  private Instant asked = Instant.MIN;
  private Instant told = Instant.MIN;
  private Duration pause = LEAST_PAUSE;
  private boolean asking;

  private Watched(String object, Instant shown, Instant end, Instant due, boolean ours) {
    this.object = object;
    this.shown = shown;
    this.end = end;
    this.due = due;
    this.ours = ours;
  }

  /// A charge that we have had made.
  static Watched ours(String object, Instant shown, Instant end, Instant due) {
    return new Watched(object, shown, end, due, true);
  }

  /// What a message tells of, and nobody waits for: it is asked about once.
  static Watched stray(String object, Instant now) {
    return new Watched(object, now, now.minus(PollPlan.LATEST), now, false);
  }

  boolean concerns(PaymentFact fact) {
    return ours || named.contains(fact.paymentId());
  }

  String object() {
    return object;
  }

  Instant shown() {
    return shown;
  }

  Instant end() {
    return end;
  }

  synchronized boolean begins(Instant now) {
    if (asking || now.isBefore(due)) {
      return false;
    }
    asking = true;
    asked = now;
    return true;
  }

  /// The gateway has said what it has, and it is in the books.
  synchronized void told(Instant next) {
    told = asked;
    boolean rung = due.isAfter(asked) && due.isBefore(next);
    due = rung ? due : next;
    pause = LEAST_PAUSE;
    asking = false;
  }

  /// Whether it was told what was asked at that time or later.
  synchronized boolean isToldSince(Instant since) {
    return !told.isBefore(since);
  }

  /// It was refused, or its answer is not in the books.
  synchronized void muchLater(Instant now) {
    later(now, LONGEST_PAUSE);
  }

  private void later(Instant now, Duration after) {
    due = now.plus(after);
    asking = false;
  }

  /// Silence is answered with longer and longer pauses; `wished` is what the gateway asks for.
  synchronized void backOff(Instant now, Duration wished) {
    pause = pause.multipliedBy(2);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    Duration granted = wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
    later(now, pause.compareTo(granted) > 0 ? pause : granted);
  }

  /// Something happened to it: to this payment.
  synchronized void hurry(Instant now, String paymentId) {
    if (!ours) {
      named.add(paymentId);
    }
    Instant soonest = asked.equals(Instant.MIN) ? now : asked.plus(LEAST_PAUSE);
    Instant next = soonest.isAfter(now) ? soonest : now;
    due = next.isBefore(due) || asking ? next : due;
  }
}
