// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

final class JdbcUnitOfWorkTest {
  @TempDir private Path folder;
  private Database database;
  private JdbcUnitOfWork work;

  @BeforeEach
  void open() throws Database.Unusable {
    database = Database.open(folder);
    work = new JdbcUnitOfWork(database);
  }

  @AfterEach
  void close() {
    work.close();
    database.close();
  }

  @Test
  void anInnerFailureThatIsSwallowedStillFailsTheOuterUnit() {
    assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
      insert("a");
      assertThatThrownBy(() -> work.run(Durability.STEP, () -> {
        throw new IllegalStateException("inner");
      })).hasMessage("inner");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatFailsAfterTheCommitIsNotTheCallersFailure() {
    work.run(Durability.STEP, () -> {
      work.afterCommit(() -> {
        throw new IllegalStateException("late");
      });
      work.afterCommit(() -> work.run(Durability.STEP, () -> insert("after")));
      insert("a");
    });
    assertThat(names()).containsExactly("a", "after");
  }

  @Test
  void aSyncWaitsUntilNobodyIsInTheMiddleOfWriting() {
    CountDownLatch written = new CountDownLatch(1);
    CompletableFuture<Void> barrier;
    try (Releasing slow = new Releasing()) {
      Thread.ofVirtual().start(() -> work.run(Durability.STEP, () -> {
        insert("slow");
        written.countDown();
        slow.await();
      }));
      await().until(() -> written.getCount() == 0);
      barrier = CompletableFuture.runAsync(
          () -> work.run(Durability.BARRIER, () -> insert("barrier")));
      await().during(Duration.ofMillis(300)).until(() -> !barrier.isDone());
    }
    await().until(barrier::isDone);
    assertThat(names()).containsExactly("barrier", "slow");
  }

  @Test
  void interruptedThreadsNeitherLoseTheirCommitsNorEndTheDatabase() throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      String name = "round-" + round;
      Thread interrupted =
          Thread.ofPlatform().start(() -> work.run(Durability.BARRIER, () -> {
            insert(name);
            Thread.currentThread().interrupt();
          }));
      interrupted.join();
    }
    assertThat(names()).hasSize(100);
  }

  @Test
  void aFolderCannotSmuggleSettingsIntoTheAddress() {
    assertThatThrownBy(() -> Database.open(folder.resolve("a;INIT=x")))
        .isInstanceOf(Database.Unusable.class);
  }

  private void insert(String name) {
    work.handle().execute(
        "insert into event (aggregate_type, aggregate_id, type, payload, actor, correlation_id, at)"
            + " values ('test', ?, 'T', '{}', 'test', 'c', current_timestamp)",
        name);
  }

  private List<String> names() {
    return work.call(Durability.STEP, () ->
        work.handle()
            .select("select aggregate_id from event order by aggregate_id")
            .mapTo(String.class)
            .list());
  }

  /// Holds a thread until the test lets it go, whatever happens.
  private static final class Releasing implements AutoCloseable {
    private final CountDownLatch go = new CountDownLatch(1);

    void await() {
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      go.countDown();
    }
  }
}
