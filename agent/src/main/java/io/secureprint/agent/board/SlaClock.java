// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// The promise for one task as it stands. `used` is the open time before the present course began;
/// there is no course while it stands still.
public record SlaClock(
    String taskId,
    SlaPolicy policy,
    ClockState state,
    Duration used,
    @Nullable Course course,
    Marks marks) {
  /// A clock for a task that begins now.
  static SlaClock started(String taskId, SlaPolicy policy, ShopCalendar calendar, Instant now) {
    return new SlaClock(
            taskId, policy, ClockState.RUNNING, Duration.ZERO, null, new Marks(now, null, null, null))
        .running(ClockState.RUNNING, calendar, now);
  }

  /// When something is to be done about it: the warning, and after that the breach. Nothing while it
  /// stands still or is decided.
  public @Nullable Instant next() {
    if (course == null || !state.ticking()) {
      return null;
    }
    return state == ClockState.RUNNING && course.warn().isBefore(course.due())
        ? course.warn()
        : course.due();
  }

  /// By when the task is promised to be done, or was; nothing while the clock stands still.
  public @Nullable Instant due() {
    return course == null ? null : course.due();
  }

  /// What is left of the open time that was promised; zero when it is used up.
  public Duration left(ShopCalendar calendar, Instant now) {
    Duration left = policy.target().minus(usedUntil(calendar, now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// The promise was not kept, and nobody has said so yet.
  boolean isLate(Instant now) {
    return course != null && state.ticking() && !course.due().isAfter(now);
  }

  SlaClock paused(ShopCalendar calendar, Instant now) {
    return new SlaClock(
        taskId, policy, move(ClockState.PAUSED), usedUntil(calendar, now), null, marks);
  }

  SlaClock resumed(ShopCalendar calendar, Instant now) {
    ClockState next = marks.warnedAt() == null ? ClockState.RUNNING : ClockState.WARNED;
    return running(move(next), calendar, now);
  }

  /// The task is over. A promise that was breached stays so.
  SlaClock stopped(Instant now) {
    ClockState last = state == ClockState.BREACHED ? state : move(ClockState.MET);
    return new SlaClock(taskId, policy, last, used, course, marks.stopped(now));
  }

  SlaClock breached(Instant now) {
    return new SlaClock(
        taskId, policy, move(ClockState.BREACHED), used, course, marks.breached(now));
  }

  /// The same course by another calendar, from where it began; what is decided stays so.
  SlaClock recounted(ShopCalendar calendar) {
    return course == null || !state.ticking() ? this : running(state, calendar, course.since());
  }

  private SlaClock running(ClockState next, ShopCalendar calendar, Instant since) {
    Duration toWarning = policy.warnAfter().minus(used);
    return new SlaClock(
        taskId,
        policy,
        next,
        used,
        new Course(
            since,
            calendar.after(since, toWarning),
            calendar.after(since, policy.target().minus(used))),
        marks);
  }

  private Duration usedUntil(ShopCalendar calendar, Instant now) {
    if (course == null) {
      return used;
    }
    Instant stopped = marks.stoppedAt();
    return used.plus(calendar.open(course.since(), stopped == null ? now : stopped));
  }

  private ClockState move(ClockState next) {
    return ClockState.LIFECYCLE.move(state, next);
  }

  /// Running since then, to be warned of and breached at these instants if nothing happens.
  public record Course(Instant since, Instant warn, Instant due) {}

  /// What has happened to it.
  public record Marks(
      Instant startedAt,
      @Nullable Instant warnedAt,
      @Nullable Instant breachedAt,
      @Nullable Instant stoppedAt) {
    Marks breached(Instant now) {
      return new Marks(startedAt, warnedAt, now, stoppedAt);
    }

    Marks stopped(Instant now) {
      return new Marks(startedAt, warnedAt, breachedAt, now);
    }
  }
}
