// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Cause;
import io.secureprint.agent.kernel.EventFeed.Batch;
import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// What every event log owes its readers, on whichever database.
abstract class EventFeedContract {
  private static final int WRITERS = 6;
  private static final int UNITS = 150;

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private JdbcUnitOfWork work;
  private JdbcEventLog log;
  private JdbcEventFeed feed;

  abstract Database database(Path folder) throws Database.Unusable;

  @BeforeEach
  void open() throws Database.Unusable {
    database = database(folder);
    work = new JdbcUnitOfWork(database);
    log = new JdbcEventLog(work, clock);
    feed = new JdbcEventFeed(work);
  }

  @AfterEach
  void close() {
    work.close();
    database.close();
  }

  @Test
  void eventsComeInOrderWithTheirTimeAndTheirCause() {
    long first = Cause.during("run-1", () -> {
      append("a");
      return feed.last();
    });
    append("b");
    append("c");
    Batch batch = feed.after(0, 2);
    assertThat(names(batch)).containsExactly("a", "b");
    assertThat(batch.held()).isFalse();
    Entry entry = batch.entries().getFirst();
    assertThat(entry.seq()).isEqualTo(first);
    assertThat(entry.at()).isEqualTo(clock.instant());
    assertThat(entry.causationId()).isEqualTo("run-1");
    assertThat(entry.event().payload()).isEqualTo(Map.of("task_type", "intake"));
    assertThat(batch.entries().getLast().causationId()).isEmpty();
    assertThat(names(feed.after(batch.entries().getLast().seq(), 9))).containsExactly("c");
    assertThat(feed.find(first)).contains(entry);
    assertThat(feed.find(999)).isEmpty();
    assertThat(feed.last()).isEqualTo(first + 2);
    assertThat(feed.after(feed.last(), 9)).isEqualTo(new Batch(List.of(), false));
  }

  @Test
  void aLaterNumberThatCommitsFirstWaitsForTheEarlierOne() {
    append("before");
    Slow slow = slow("early", false);
    append("late");
    assertThat(names(feed.after(0, 9))).containsExactly("before");
    long last = feed.after(0, 9).entries().getLast().seq();
    assertThat(feed.after(last, 9)).isEqualTo(new Batch(List.of(), true));
    slow.end();
    assertThat(names(feed.after(last, 9))).containsExactly("early", "late");
  }

  /// Transactions may take their numbers in another order than they began in.
  @Test
  void anEarlierNumberOfAYoungerTransactionIsWaitedFor() {
    append("before");
    JdbcConsumers consumers = new JdbcConsumers(work);
    List<Slow> younger = new ArrayList<>();
    work.run(Durability.STEP, () -> {
      consumers.register("older", 0, clock.instant());
      younger.add(slow("early", false));
      append("late");
    });
    long last = feed.after(0, 1).entries().getLast().seq();
    for (int look = 0; look < 3; look++) {
      assertThat(feed.after(last, 9)).isEqualTo(new Batch(List.of(), true));
    }
    younger.getFirst().end();
    assertThat(names(feed.after(last, 9))).containsExactly("early", "late");
  }

  @Test
  void aNumberThatWasRolledBackIsPassedOver() {
    append("before");
    Slow slow = slow("lost", true);
    append("late");
    long last = feed.after(0, 9).entries().getLast().seq();
    assertThat(feed.after(last, 9).held()).isTrue();
    slow.end();
    assertThat(names(feed.after(last, 9))).containsExactly("late");
  }

  @Test
  void whoWritesLongElsewhereHoldsNothingUp() {
    append("a");
    slow("lost", true).end();
    Slow slow = slow("much later", false);
    long last = feed.after(0, 9).entries().getLast().seq();
    append("b");
    feed.after(last, 9);
    slow.end();
    assertThat(names(feed.after(last, 9))).containsExactly("much later", "b");
  }

  @Test
  void aReaderAmongManyWritersMissesNothingAndSeesNothingTwice() {
    CountDownLatch done = new CountDownLatch(WRITERS);
    IntStream.range(0, WRITERS).forEach(writer -> Thread.ofPlatform().start(() -> {
      write(writer);
      done.countDown();
    }));
    List<Long> seen = new ArrayList<>();
    boolean over = false;
    while (!over) {
      over = done.getCount() == 0;
      Batch batch = feed.after(seen.isEmpty() ? 0 : seen.getLast(), 50);
      batch.entries().forEach(entry -> seen.add(entry.seq()));
      over &= batch.entries().isEmpty() && !batch.held();
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates().isEqualTo(all());
  }

  @Test
  void theEndOfAPeriodIsFoundByHalving() {
    List<Instant> times = new ArrayList<>();
    for (int hour = 0; hour < 9; hour++) {
      times.add(clock.instant());
      append("at " + hour);
      clock.pass(Duration.ofHours(1));
    }
    long first = feed.after(0, 1).entries().getFirst().seq();
    assertThat(feed.before(times.getFirst())).isEqualTo(0);
    assertThat(feed.before(times.get(3))).isEqualTo(first + 2);
    assertThat(feed.before(times.get(3).plusSeconds(1))).isEqualTo(first + 3);
    assertThat(feed.before(clock.instant())).isEqualTo(first + 8);
  }

  @Test
  void eachCommitWithEventsIsToldOnceAndARollbackNever() {
    AtomicInteger told = new AtomicInteger();
    feed.whenAppended(told::incrementAndGet);
    work.run(Durability.STEP, () -> {
      append("a");
      append("b");
      assertThat(told).hasValue(0);
    });
    slow("lost", true).end();
    feed.last();
    assertThat(told).hasValue(1);
  }

  /// Some units are rolled back, and most take several numbers with pauses between them.
  private void write(int writer) {
    Random random = new Random(writer);
    for (int unit = 0; unit < UNITS; unit++) {
      boolean lost = random.nextInt(5) == 0;
      int events = 1 + random.nextInt(3);
      try {
        work.run(Durability.STEP, () -> {
          for (int event = 0; event < events; event++) {
            append("w");
            LockSupport.parkNanos(random.nextInt(200_000));
          }
          if (lost) {
            throw new IllegalStateException("lost");
          }
        });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("lost");
      }
    }
  }

  private List<Long> all() {
    return work.call(
        Durability.STEP,
        () -> work.handle().select("select seq from event order by seq").mapTo(Long.class).list());
  }

  private void append(String id) {
    work.run(
        Durability.STEP,
        () ->
            log.append(
                new EventLog.Event("test", id, "Tested", Map.of("task_type", "intake"), "test", "")));
  }

  private static List<String> names(Batch batch) {
    return batch.entries().stream().map(entry -> entry.event().aggregateId()).toList();
  }

  private Slow slow(String id, boolean lost) {
    Slow slow = new Slow(id, lost);
    await().until(() -> slow.written.getCount() == 0);
    return slow;
  }

  /// A transaction that has taken its number and stays open until the test ends it.
  private final class Slow {
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Thread thread;

    Slow(String id, boolean lost) {
      thread = Thread.ofPlatform().start(() -> run(id, lost));
    }

    private void run(String id, boolean lost) {
      Runnable unit = () -> work.run(Durability.STEP, () -> {
        append(id);
        written.countDown();
        await().until(() -> go.getCount() == 0);
        if (lost) {
          throw new IllegalStateException("lost");
        }
      });
      if (lost) {
        assertThatThrownBy(unit::run).hasMessage("lost");
      } else {
        unit.run();
      }
    }

    void end() {
      go.countDown();
      await().until(() -> !thread.isAlive());
    }
  }
}
