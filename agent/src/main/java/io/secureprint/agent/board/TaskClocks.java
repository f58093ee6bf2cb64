// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Instant;
import java.util.Optional;

/// What entering a state does to the promise for a task. Runs in the unit of work of the move.
final class TaskClocks {
  private final SlaRows rows;
  private final BoardEvents events;

  TaskClocks(SlaRows rows, BoardEvents events) {
    this.rows = rows;
    this.events = events;
  }

  /// The task, which the caller has locked or just made, is in its state from `now` on.
  void entered(Task task, Instant now) {
    ShopCalendar calendar = SlaDesk.calendar(rows.lockedCalendar());
    Optional<SlaClock> clock = rows.lockedClock(task.id());
    if (clock.isPresent()) {
      rows.update(moved(settled(clock.get(), task, now), task, calendar, now));
    } else {
      SlaPolicy.among(rows.policies(), task.area(), task.type())
          .filter(policy -> policy.moves().start().has(task.state()))
          .ifPresent(policy -> rows.insert(SlaClock.started(task.id(), policy, calendar, now)));
    }
  }

  /// A promise whose time was up before this move is breached, though nobody has said so yet.
  private SlaClock settled(SlaClock clock, Task task, Instant now) {
    if (!clock.isLate(now)) {
      return clock;
    }
    SlaClock late = clock.breached(now);
    events.promise("SlaBreached", task, late);
    return late;
  }

  private static SlaClock moved(SlaClock clock, Task task, ShopCalendar calendar, Instant now) {
    SlaPolicy.Moves moves = clock.policy().moves();
    if (moves.stop().has(task.state())) {
      return clock.marks().stoppedAt() == null ? clock.stopped(now) : clock;
    }
    if (moves.pause().has(task.state())) {
      return clock.state().ticking() ? clock.paused(calendar, now) : clock;
    }
    return clock.state() == ClockState.PAUSED ? clock.resumed(calendar, now) : clock;
  }
}
