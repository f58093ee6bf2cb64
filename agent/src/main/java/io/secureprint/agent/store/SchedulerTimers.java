// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import io.secureprint.agent.engine.TimerHints;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Timers on db-scheduler. Its rows are hints: one that is lost is given again from the journal.
public final class SchedulerTimers implements TimerHints, AutoCloseable {
  private static final String WAKE = "wake";

  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private volatile Consumer<String> wake = _ -> {};

  public SchedulerTimers(Database database) {
    task = Tasks.oneTime(WAKE).execute((instance, _) -> wake.accept(instance.getId()));
    scheduler =
        Scheduler.create(database.source(), task)
            .schedulerName(() -> "agent")
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
    TaskInstance<Void> instance = task.instance(executionId);
    if (!scheduler.scheduleIfNotExists(instance, at)) {
      scheduler.reschedule(instance, at);
    }
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
