// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// How the promise for a task stands at one moment, and the time that says so: what is left of it, or
/// how late it is; zero where none is told.
record PromiseReading(Kind kind, Duration span) {
  /// What a person must know of it.
  enum Kind {
    NONE,
    RUNNING,
    /// Most of the time is used up.
    SOON,
    BROKEN,
    PAUSED,
    /// The task is over, and was in time.
    KEPT,
    /// The task is over, and was not.
    BROKEN_OVER
  }

  /// Nothing is promised any more for a task that was cancelled, however its clock stopped.
  static PromiseReading of(TaskCard card, ShopCalendar calendar, Instant now) {
    SlaClock clock = card.promise();
    if (clock == null || card.task().state() == TaskState.CANCELLED) {
      return new PromiseReading(Kind.NONE, Duration.ZERO);
    }
    return switch (clock.state()) {
      case MET -> new PromiseReading(Kind.KEPT, Duration.ZERO);
      case PAUSED -> new PromiseReading(Kind.PAUSED, clock.left(calendar, now));
      case BREACHED ->
          clock.marks().stoppedAt() == null
              ? broken(clock.due(), now)
              : new PromiseReading(Kind.BROKEN_OVER, Duration.ZERO);
      case RUNNING, WARNED -> ticking(clock, calendar, now);
    };
  }

  /// The screen does not wait for whoever writes the breach down.
  private static PromiseReading ticking(SlaClock clock, ShopCalendar calendar, Instant now) {
    SlaClock.Course course = clock.course();
    if (course == null || !course.due().isAfter(now)) {
      return broken(clock.due(), now);
    }
    return new PromiseReading(
        course.warn().isAfter(now) ? Kind.RUNNING : Kind.SOON, clock.left(calendar, now));
  }

  private static PromiseReading broken(@Nullable Instant due, Instant now) {
    Duration late = due == null ? Duration.ZERO : Duration.between(due, now);
    return new PromiseReading(Kind.BROKEN, late.isNegative() ? Duration.ZERO : late);
  }
}
