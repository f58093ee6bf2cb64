// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What every timer promises the engine: a hint comes once, not before its time, and to its own agent.
@OnBothDatabases
final class TimersConformanceTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(15);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final Queue<String> woken = new ConcurrentLinkedQueue<>();
  private Database database;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aHintComesOnceAndNotBeforeItsTime() {
    try (SchedulerTimers timers = started("a")) {
      Instant at = Instant.now().plus(SOON);
      timers.wakeAt("e1", at);
      timers.wakeAt("e1", at);
      await().atMost(LONG).until(() -> !woken.isEmpty());
      assertThat(Instant.now()).isAfterOrEqualTo(at);
      timers.wakeAt("e2", Instant.now());
      await().atMost(LONG).until(() -> woken.contains("a e2"));
      assertThat(woken).containsExactly("a e1", "a e2");
    }
  }

  @Test
  void hintsOfOneAgentAreNotForAnother() {
    try (SchedulerTimers a = started("a");
        SchedulerTimers b = started("b")) {
      for (int hint = 0; hint < 5; hint++) {
        a.wakeAt("a" + hint, Instant.now());
        b.wakeAt("b" + hint, Instant.now());
      }
      await().atMost(LONG).until(() -> woken.size() == 10);
      assertThat(woken).allMatch(each -> each.matches("a a\\d|b b\\d"));
    }
  }

  @Test
  void aHintOutlivesItsAgent() {
    try (SchedulerTimers timers = started("a")) {
      timers.wakeAt("e1", Instant.now().plus(Duration.ofSeconds(2)));
    }
    assertThat(woken).isEmpty();
    try (SchedulerTimers _ = started("a")) {
      await().atMost(LONG).until(() -> woken.contains("a e1"));
    }
  }

  private SchedulerTimers started(String agent) {
    SchedulerTimers timers = new SchedulerTimers(database, agent);
    timers.start(execution -> woken.add(agent + " " + execution));
    return timers;
  }
}
