// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A value that others follow. An observer is called at once with the present value and then on
/// each change, on the thread that made the change and one call at a time; it must not block.
public final class Observable<T> {
  private final List<Consumer<? super T>> observers = new CopyOnWriteArrayList<>();
  private volatile T value;

  public Observable(T initial) {
    this.value = initial;
  }

  public T get() {
    return value;
  }

  public synchronized void set(T next) {
    value = next;
    observers.forEach(observer -> observer.accept(next));
  }

  public synchronized Subscription observe(Consumer<? super T> observer) {
    observers.add(observer);
    observer.accept(value);
    return () -> observers.remove(observer);
  }

  /// Ends one observer's following; a second call does nothing.
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
