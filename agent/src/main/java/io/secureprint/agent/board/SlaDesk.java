// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;
import java.util.Optional;

/// The shop's promises and its hours. Thread-safe.
public final class SlaDesk {
  private final Counter counter;
  private final SlaRows rows;
  private final BoardEvents events;

  SlaDesk(Counter counter, SlaRows rows, BoardEvents events) {
    this.counter = counter;
    this.rows = rows;
    this.events = events;
  }

  /// Those that hold for tasks that begin now.
  public List<SlaPolicy> policies() {
    return counter.read(rows::policies);
  }

  public ShopCalendar calendar() {
    return calendar(counter.read(rows::calendar));
  }

  /// Promises something for a kind of task, in place of what was promised before; clocks that run keep
  /// to what they began with. Codes: `SLA_TARGET_WRONG`, `SLA_WARNING_WRONG`, `SLA_STATES_WRONG`,
  /// `TASK_TYPE_WRONG`, `TASK_AREA_WRONG`, `COMMAND_WRONG`, `COMMAND_REUSED`.
  public Answer<SlaPolicy> promise(PolicyDraft draft, Caller caller) {
    Optional<Refusal> faulty = draft.refusal();
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(
        caller,
        "promise " + draft.kind() + draft.target() + draft.warnPercent() + text(draft.moves()),
        rows::policy,
        by -> {
          SlaPolicy policy =
              new SlaPolicy(
                  counter.newId(),
                  draft.kind(),
                  draft.target(),
                  draft.warnPercent(),
                  draft.moves(),
                  counter.now());
          // One at a time, so that no two hold for the same kind.
          rows.lockedCalendar();
          rows.replace(policy);
          events.rules("SlaPolicySet", policy.id(), by);
          return new Answer.Done<>(policy);
        });
  }

  /// Promises nothing more for the kind of task that this promise is for; clocks that run keep to what
  /// they began with. A promise that no longer holds is left as it is. Answers with those that hold.
  public Answer<List<SlaPolicy>> withdraw(String id, Caller caller) {
    return counter.settle(
        caller,
        by -> {
          rows.lockedCalendar();
          if (rows.withdraw(id)) {
            events.rules("SlaPolicyWithdrawn", id, by);
          }
          return new Answer.Done<>(rows.policies());
        });
  }

  /// The shop keeps these hours, and every clock that runs is counted anew by them from where its
  /// present course began. Codes: `CALENDAR_ZONE_WRONG`, `CALENDAR_HOURS_WRONG`,
  /// `CALENDAR_FESTIVAL_WRONG`.
  public Answer<ShopCalendar> keep(CalendarDraft draft, Caller caller) {
    return switch (draft.read()) {
      case Answer.Refused<ShopCalendar> refused -> refused;
      case Answer.Done<ShopCalendar>(ShopCalendar calendar) ->
          counter.settle(
              caller,
              by -> {
                rows.lockedCalendar();
                rows.setCalendar(CalendarDraft.of(calendar));
                rows.lockedTicking().forEach(clock -> rows.update(clock.recounted(calendar)));
                events.rules("ShopHoursSet", "calendar", by);
                return new Answer.Done<>(calendar);
              });
    };
  }

  static ShopCalendar calendar(CalendarDraft kept) {
    return switch (kept.read()) {
      case Answer.Done<ShopCalendar>(ShopCalendar calendar) -> calendar;
      case Answer.Refused<ShopCalendar>(Refusal why) ->
          throw new IllegalStateException("the calendar in the database: " + why.code());
    };
  }

  /// Sets have no order of their own, and the same wish must read the same.
  private static String text(SlaPolicy.Moves moves) {
    return moves.start().text() + "/" + moves.pause().text() + "/" + moves.stop().text();
  }
}
