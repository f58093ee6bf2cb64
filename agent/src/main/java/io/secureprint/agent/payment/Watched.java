// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.time.Duration;
import java.time.Instant;

/// One charge that may be paid from `shown` to `end`: when it is asked about next, and never twice at
/// once. Thread-safe.
final class Watched {
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final String object;
  private final Instant shown;
  private final Instant end;
  private Instant due;
  private Instant asked = Instant.MIN;
  private Duration pause = LEAST_PAUSE;
  private boolean asking;

  Watched(String object, Instant shown, Instant end, Instant due) {
    this.object = object;
    this.shown = shown;
    this.end = end;
    this.due = due;
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

  synchronized void at(Instant next) {
    boolean rung = due.isAfter(asked) && due.isBefore(next);
    due = rung ? due : next;
    pause = LEAST_PAUSE;
    asking = false;
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
    later(now, pause.compareTo(wished) > 0 ? pause : wished);
  }

  /// Something happened to it.
  synchronized void hurry(Instant now) {
    Instant soonest = asked.equals(Instant.MIN) ? now : asked.plus(LEAST_PAUSE);
    Instant next = soonest.isAfter(now) ? soonest : now;
    due = next.isBefore(due) || asking ? next : due;
  }
}
