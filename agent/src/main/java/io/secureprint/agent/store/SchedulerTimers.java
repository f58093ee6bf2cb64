// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import io.secureprint.agent.engine.TimerHints;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Timers on db-scheduler. Its rows are hints: one that is lost is given again from the journal. Each agent
/// has a task of its own, so that no hint goes to an agent that does not run the execution.
public final class SchedulerTimers implements TimerHints, AutoCloseable {
  private static final String WAKE = "wake-";

  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private volatile Consumer<String> wake = _ -> {};

  /// Of the only agent on its database.
  public SchedulerTimers(Database database) {
    this(database, "");
  }

  /// `agent` is its name among those on the database.
  public SchedulerTimers(Database database, String agent) {
    task =
        Tasks.oneTime(WAKE + agent)
            .execute((instance, _) -> wake.accept(instance.getId().replaceFirst("@.*", "")));
    scheduler =
        Scheduler.create(database.source(), task)
            .schedulerName(() -> agent)
            .threads(2)
            .pollingInterval(Duration.ofMillis(500))
            .heartbeatInterval(Duration.ofSeconds(2))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .build();
  }

  @Override
  public void start(Consumer<String> wakeExecution) {
    wake = wakeExecution;
    scheduler.start();
  }

  @Override
  public void wakeAt(String executionId, Instant at) {
    // A row of its own for each moment: the row of a hint that is just being given can neither be
    // moved nor made again, and is gone a moment later.
    scheduler.scheduleIfNotExists(task.instance(executionId + "@" + at.toEpochMilli()), at);
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
