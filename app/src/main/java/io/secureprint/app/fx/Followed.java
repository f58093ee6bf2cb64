// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import io.secureprint.agent.kernel.Observable;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// A value of the agent as a property that changes on the screen's thread. A burst of changes
/// reaches the screen as the newest one, so a chatty agent cannot flood it.
public final class Followed<T> implements AutoCloseable {
  private final ReadOnlyObjectWrapper<T> property;
  private final AtomicReference<T> newest = new AtomicReference<>();
  private final Executor screen;
  private final Observable.Subscription subscription;
  private volatile boolean closed;

  public Followed(Observable<T> source, Executor screen) {
    this.property = new ReadOnlyObjectWrapper<>(source.get());
    this.screen = screen;
    this.subscription = source.observe(this::offer);
  }

  public ReadOnlyObjectProperty<T> property() {
    return property.getReadOnlyProperty();
  }

  /// Ends the following; a change already under way no longer arrives.
  @Override
  public void close() {
    closed = true;
    subscription.close();
  }

  private void offer(T value) {
    if (newest.getAndSet(value) == null) {
      screen.execute(this::deliver);
    }
  }

  private void deliver() {
    T value = newest.getAndSet(null);
    if (value != null && !closed) {
      property.set(value);
    }
  }
}
