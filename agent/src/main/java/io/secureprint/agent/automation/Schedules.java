// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.agent.automation.Trigger.OnSchedule;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at the clock for automations that go by it. Up to when it has looked is in the database: after a
/// stop it knows which times were missed, and of several agents one alone goes on from there.
final class Schedules {
  /// Runs that are caught up with at once.
  static final int MOST = 24;
  /// What is late by no more than this was not missed.
  static final Duration GRACE = Duration.ofMinutes(1);

  private final LiveAutomations automations;
  private final AutomationRows rows;
  private final Judge judge;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Ids ids;
  private final Map<String, Next> known = new ConcurrentHashMap<>();

  Schedules(
      LiveAutomations automations,
      AutomationRows rows,
      Judge judge,
      UnitOfWork unitOfWork,
      InstantSource clock,
      Ids ids) {
    this.automations = automations;
    this.rows = rows;
    this.judge = judge;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.ids = ids;
  }

  /// Called every second.
  void tick() {
    Instant now = clock.instant();
    List<LiveAutomation> due =
        automations.onSchedule().stream()
            .filter(one -> next(one).map(at -> !at.isAfter(now)).orElse(false))
            .toList();
    for (LiveAutomation one : due) {
      unitOfWork.run(Durability.STEP, () -> look(one, now));
    }
    if (!due.isEmpty()) {
      automations.refresh();
    }
  }

  private Optional<Instant> next(LiveAutomation one) {
    Instant from = one.stored().lookedAt();
    Next next =
        known.compute(
            one.id(),
            (_, old) ->
                old != null && old.since().equals(from) && old.version() == one.stored().version().number()
                    ? old
                    : new Next(from, one.stored().version().number(), after(schedule(one), from)));
    return next.at();
  }

  private static OnSchedule schedule(LiveAutomation one) {
    return (OnSchedule) one.definition().orElseThrow().trigger();
  }

  private static Optional<Instant> after(OnSchedule schedule, Instant at) {
    return schedule.cron().next(at, schedule.zone());
  }

  private void look(LiveAutomation one, Instant now) {
    Instant from = one.stored().lookedAt();
    if (!rows.look(one.id(), from, now)) {
      return;
    }
    OnSchedule schedule = schedule(one);
    Instant late = now.minus(GRACE);
    List<Instant> missed = between(schedule, from, late.isBefore(from) ? from : late);
    List<Instant> times = new ArrayList<>();
    if (schedule.catchUp() == CatchUp.ALL) {
      times.addAll(missed.subList(0, Math.min(missed.size(), most(one))));
    } else if (schedule.catchUp() == CatchUp.ONCE && !missed.isEmpty()) {
      times.add(last(schedule, from, late));
    }
    if (missed.size() > times.size()) {
      judge.passed(one, new Why(Why.Code.MISSED, words(missed, times.size(), schedule)));
    }
    times.addAll(between(schedule, late.isBefore(from) ? from : late, now));
    for (Instant time : times) {
      judge.judge(one, Stimulus.fresh(ids.hex128(), now, "due", time));
    }
  }

  /// No more than may wait in its line.
  private static int most(LiveAutomation one) {
    return Math.min(MOST, one.definition().orElseThrow().pace().most());
  }

  /// At most one more than is ever caught up with.
  private static List<Instant> between(OnSchedule schedule, Instant after, Instant until) {
    List<Instant> times = new ArrayList<>();
    Optional<Instant> next = after(schedule, after);
    while (next.isPresent() && !next.get().isAfter(until) && times.size() <= MOST) {
      times.add(next.get());
      next = after(schedule, next.get());
    }
    return times;
  }

  /// The last time behind `after` and until then; there must be one.
  private static Instant last(OnSchedule schedule, Instant after, Instant until) {
    long early = 0;
    long late = Duration.between(after, until).toSeconds() + 1;
    while (late - early > 1) {
      long middle = (early + late) / 2;
      boolean more =
          after(schedule, after.plusSeconds(middle)).filter(at -> !at.isAfter(until)).isPresent();
      early = more ? middle : early;
      late = more ? late : middle;
    }
    return after(schedule, after.plusSeconds(early)).orElseThrow();
  }

  private static String words(List<Instant> missed, int caughtUp, OnSchedule schedule) {
    String count = missed.size() > MOST ? "more than " + MOST : Integer.toString(missed.size());
    return count
        + " since " + missed.getFirst().atZone(schedule.zone()).toLocalDateTime()
        + ", of which " + caughtUp + " are caught up with";
  }

  private record Next(Instant since, int version, Optional<Instant> at) {}
}
