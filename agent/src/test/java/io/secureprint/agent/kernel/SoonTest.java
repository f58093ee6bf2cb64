// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Something that is done soon after it was wished for.
final class SoonTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void itsEndWaitsForWhatIsBeingDone() throws InterruptedException {
    AtomicBoolean overtaken = new AtomicBoolean(true);
    Soon soon = new Soon("test", () -> overtaken.set(endsBefore()));
    soon.wish();
    begun.await();
    soon.close();
    closed.countDown();
    assertThat(overtaken).isFalse();
  }

  @Test
  void manyWishesAreFulfilledTogetherAndThoseAfterTheEndNotAtAll() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    Soon soon =
        new Soon(
            "test",
            () -> {
              times.incrementAndGet();
              endsBefore();
            });
    soon.wish();
    begun.await();
    for (int wish = 0; wish < 10; wish++) {
      soon.wish();
    }
    closed.countDown();
    await().until(() -> times.get() == 2);
    soon.close();
    soon.wish();
    assertThat(times).hasValue(2);
  }

  /// Whether the end came while it was being done; it does so at once where nobody waits.
  private boolean endsBefore() {
    begun.countDown();
    try {
      return closed.await(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }
}
