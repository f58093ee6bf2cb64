// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import io.secureprint.agent.engine.TimerHints;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Timers on db-scheduler. Its rows are hints: one that is lost is given again from the journal. Each agent
/// has a task of its own, so that no hint goes to an agent that does not run the execution. The table is
/// looked at seldom, and at the moment of each hint: the journal's sweep gives every hint again in its last
/// minute.
public final class SchedulerTimers implements TimerHints, AutoCloseable {
  private static final String WAKE = "wake-";
  private static final Duration LOOK = Duration.ofSeconds(5);
  /// Longer than the sweep's minute.
  private static final Duration NEAR = Duration.ofSeconds(70);

  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  /// The one by which the scheduler sees what is due.
  private final Clock clock = new SystemClock();
  /// What is asked of it while it closes, the next start asks again.
  private final ScheduledExecutorService moments =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("timer-moments").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());
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
            .pollingInterval(LOOK)
            .heartbeatInterval(Duration.ofSeconds(2))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(1))
            .clock(clock)
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
    Duration wait = Duration.between(clock.now(), at);
    if (wait.compareTo(NEAR) < 0) {
      // The scheduler compares with what it has written, which is rounded.
      var _ =
          moments.schedule(
              scheduler::triggerCheckForDueExecutions, wait.toMillis() + 2, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    moments.shutdownNow();
    scheduler.stop();
  }
}
