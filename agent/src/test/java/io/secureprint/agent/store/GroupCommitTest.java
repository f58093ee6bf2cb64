// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// How H2's commits get onto the disk.
final class GroupCommitTest {
  @TempDir private Path folder;

  @Test
  void aSyncWaitsUntilNobodyIsInTheMiddleOfWriting() throws Database.Unusable {
    try (Database database = Database.open(folder);
        JdbcUnitOfWork work = new JdbcUnitOfWork(database)) {
      CountDownLatch written = new CountDownLatch(1);
      CompletableFuture<Void> slow;
      CompletableFuture<Void> barrier;
      try (Releasing hold = new Releasing()) {
        slow = CompletableFuture.runAsync(() -> work.run(Durability.STEP, () -> {
          written.countDown();
          hold.await();
        }));
        await().until(() -> written.getCount() == 0);
        barrier =
            CompletableFuture.runAsync(() -> work.run(Durability.BARRIER, () -> {}));
        await().during(Duration.ofMillis(300)).until(() -> !barrier.isDone());
      }
      await().until(() -> barrier.isDone() && slow.isDone());
      assertThat(barrier).isCompleted();
    }
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
