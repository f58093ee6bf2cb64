// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Promises, their clocks and the shop's calendar in the database. Every call joins the running unit
/// of work, which must exist. Who needs several locks takes the task's first, then the calendar's,
/// then the clock's.
public interface SlaRows {
  /// Those that hold for tasks that begin now.
  List<SlaPolicy> policies();

  Optional<SlaPolicy> policy(String id);

  /// In place of what holds for the same kind of task.
  void replace(SlaPolicy policy);

  /// Nothing holds in its place; false when it held no more before.
  boolean withdraw(String id);

  CalendarDraft calendar();

  /// The calendar, which nobody else changes or counts by until the unit of work ends.
  CalendarDraft lockedCalendar();

  void setCalendar(CalendarDraft calendar);

  void insert(SlaClock clock);

  void update(SlaClock next);

  Optional<SlaClock> lockedClock(String taskId);

  /// All that tick, locked.
  List<SlaClock> lockedTicking();

  /// Tasks whose clock asks for something by now, the longest due first, at most 100, with it.
  List<TaskCard> due(Instant now);

  /// When the next clock asks for something.
  Optional<Instant> nextDue();

  /// Says that the clock was warned of; false when somebody else was first, or it is not due.
  boolean warn(String taskId, Instant now);

  /// Says that the promise was breached; false when somebody else was first, or it is not due.
  boolean breach(String taskId, Instant now);
}
