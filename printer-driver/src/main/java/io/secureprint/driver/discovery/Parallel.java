// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same for each of a few, all at once.
final class Parallel {
  private Parallel() {}

  static <T, R> List<R> each(List<T> items, Function<T, R> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> running =
          items.stream().map(item -> threads.submit(() -> work.apply(item))).toList();
      return running.stream().map(Parallel::result).toList();
    }
  }

  private static <R> R result(Future<R> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a look at a printer never throws", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
