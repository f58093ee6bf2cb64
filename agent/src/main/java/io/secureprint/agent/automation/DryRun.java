// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Past.Would;
import io.secureprint.agent.automation.Trigger.OnEvent;
import io.secureprint.agent.automation.Trigger.OnSchedule;
import io.secureprint.agent.kernel.EventFeed;
import io.secureprint.agent.kernel.EventFeed.Batch;
import io.secureprint.agent.kernel.EventFeed.Entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an automation would have done in a time that is over, had it been switched on. Nothing is done
/// and nothing is written. A task is seen as it is today.
final class DryRun {
  /// Events that are looked at, and that are told of.
  static final int MOST_READ = 50_000;
  static final int MOST_TOLD = 500;
  private static final int AT_ONCE = 500;

  private final EventFeed feed;
  private final Tasks tasks;

  DryRun(EventFeed feed, Tasks tasks) {
    this.feed = feed;
    this.tasks = tasks;
  }

  /// From `from` on, and before `to`.
  Past over(Checked automation, Instant from, Instant to) {
    return switch (automation.definition().trigger()) {
      case OnEvent(List<String> types) -> events(automation, types, from, to);
      case OnSchedule schedule -> times(automation, schedule, from, to);
      case Trigger.OnDemand _, Trigger.OnWebhook _ -> new Past(List.of(), 0, 0, false);
    };
  }

  private Past events(Checked automation, List<String> types, Instant from, Instant to) {
    Telling telling = new Telling();
    long seq = feed.before(from);
    long last = feed.before(to);
    int read = 0;
    while (seq < last && read < MOST_READ) {
      Batch batch = feed.after(seq, AT_ONCE);
      if (batch.entries().isEmpty()) {
        break;
      }
      for (Entry entry : batch.entries()) {
        seq = entry.seq();
        if (seq <= last && types.contains(entry.event().type())) {
          telling.add(seq, entry.at(), automation.ask(values(entry)));
        }
      }
      read += batch.entries().size();
    }
    return telling.past(seq < last);
  }

  private Map<String, Object> values(Entry entry) {
    Optional<Map<String, String>> task =
        entry.event().aggregateType().equals("task")
            ? tasks.find(entry.event().aggregateId())
            : Optional.empty();
    return Stimulus.of(entry, 1, task, entry.at()).values();
  }

  private static Past times(Checked automation, OnSchedule schedule, Instant from, Instant to) {
    Telling telling = new Telling();
    Optional<Instant> next = schedule.cron().next(from.minusNanos(1), schedule.zone());
    while (next.isPresent() && next.get().isBefore(to) && telling.seen < MOST_TOLD) {
      Instant due = next.get();
      telling.add(0, due, automation.ask(Stimulus.fresh("", due, "due", due).values()));
      next = schedule.cron().next(due, schedule.zone());
    }
    return telling.past(next.isPresent() && next.get().isBefore(to));
  }

  private static final class Telling {
    private final List<Would> told = new ArrayList<>();
    private int seen;
    private int fired;

    void add(long seq, Instant at, Why why) {
      seen++;
      fired += why.outcome() == Why.Outcome.FIRED ? 1 : 0;
      if (told.size() < MOST_TOLD) {
        told.add(new Would(seq, at, why));
      }
    }

    Past past(boolean cut) {
      return new Past(told, seen, fired, cut || seen > told.size());
    }
  }
}
