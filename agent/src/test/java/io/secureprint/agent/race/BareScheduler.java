// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// db-scheduler by itself: each step is a task that schedules the next one. It keeps no history. On
/// H2 without write delay, so that a commit outlives the process, though not a power cut.
final class BareScheduler implements Contender {
  private static final String TABLE =
      """
      create table if not exists scheduled_tasks (
        task_name varchar(100) not null,
        task_instance varchar(100) not null,
        task_data varbinary(2000),
        execution_time timestamp(6) with time zone not null,
        picked boolean not null,
        picked_by varchar(50),
        last_success timestamp(6) with time zone,
        last_failure timestamp(6) with time zone,
        consecutive_failures integer,
        last_heartbeat timestamp(6) with time zone,
        version bigint not null,
        priority smallint,
        primary key (task_name, task_instance)
      );
      create index if not exists scheduled_by_time on scheduled_tasks (execution_time)
      """;
  private static final int THREADS = 16;

  private final HikariDataSource source = new HikariDataSource();
  private final Arrivals arrivals = new Arrivals();
  private final OneTimeTask<String> step =
      Tasks.oneTime("step", String.class).execute(this::step);
  private final Scheduler scheduler;

  BareScheduler(Path folder) throws SQLException {
    source.setJdbcUrl(
        "jdbc:h2:file:" + folder.resolve("hops").toAbsolutePath()
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000");
    source.setMaximumPoolSize(THREADS + 4);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    scheduler =
        Scheduler.create(source, step)
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(500))
            .enableImmediateExecution()
            .addSchedulerListener(new Ended(arrivals))
            .build();
    scheduler.start();
  }

  /// Instances are called by the step's number and the journey's key; their data are its facts.
  private void step(TaskInstance<String> instance, ExecutionContext context) {
    int number = number(instance.getId());
    if (number < STEPS.size() - 1) {
      TaskInstance<String> next =
          step.instance(
              name(number + 1, key(instance.getId())),
              instance.getData() + "," + STEPS.get(number) + "=1");
      context.getSchedulerClient().scheduleIfNotExists(next, Instant.now());
    }
  }

  private static String name(int number, String key) {
    return number + "-" + key;
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }

  private static String key(String name) {
    return name.substring(name.indexOf('-') + 1);
  }

  @Override
  public CompletableFuture<Void> journey(String key) {
    CompletableFuture<Void> end =
        arrivals.await(key).thenRun(() -> arrivals.forget(key));
    scheduler.scheduleIfNotExists(step.instance(name(0, key), ""), Instant.now());
    return end;
  }

  @Override
  public void close() {
    scheduler.stop();
    source.close();
  }

  private static final class Ended extends AbstractSchedulerListener {
    private final Arrivals arrivals;

    Ended(Arrivals arrivals) {
      this.arrivals = arrivals;
    }

    /// The row of the last step is gone.
    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
      String name = complete.getExecution().getId();
      if (number(name) == STEPS.size() - 1) {
        arrivals.arrived(key(name));
      }
    }
  }
}
