// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a phone has heard and nobody has asked for yet, in order of arrival. Thread-safe.
final class Mailbox {
  private final List<Object> heard = new ArrayList<>();
  private final Duration patience;
  private Optional<Integer> closed = Optional.empty();

  /// `patience` is how long anything is waited for.
  Mailbox(Duration patience) {
    this.patience = patience;
  }

  synchronized void add(Object item) {
    heard.add(item);
    notifyAll();
  }

  synchronized void close(int code) {
    if (closed.isEmpty()) {
      closed = Optional.of(code);
      notifyAll();
    }
  }

  /// Waits for the first item that `wanted` knows what to make of, and takes it out.
  synchronized <T> T take(String what, Function<Object, Optional<T>> wanted) {
    return await(what, () -> find(wanted), true);
  }

  /// Waits for the close code.
  synchronized int closeCode() {
    return await("end of the socket", () -> closed, false);
  }

  synchronized boolean open() {
    return closed.isEmpty();
  }

  private <T> Optional<T> find(Function<Object, Optional<T>> wanted) {
    for (Iterator<Object> items = heard.iterator(); items.hasNext(); ) {
      Optional<T> found = wanted.apply(items.next());
      if (found.isPresent()) {
        items.remove();
        return found;
      }
    }
    return Optional.empty();
  }

  private synchronized <T> T await(
      String what, Supplier<Optional<T>> sought, boolean neverOnceClosed) {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<T> found = sought.get();
    while (found.isEmpty()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0 || (neverOnceClosed && closed.isPresent())) {
        throw new OffScript("no " + what + "; closed " + closed + "; heard " + heard);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OffScript("interrupted before " + what, e);
      }
      found = sought.get();
    }
    return found.get();
  }
}
