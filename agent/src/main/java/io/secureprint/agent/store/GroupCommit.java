// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Puts commits on the disk. H2's own commit does not (`workflow.md`, finding 1), so one thread runs
/// `CHECKPOINT SYNC`: once for all who wait at that moment, and every 200 ms for what nobody waits
/// for.
///
/// H2 takes its picture of the tables one after the other, while others write. A picture from the
/// middle of a transaction can hold the entry of a unique index without the row and the undo record
/// that belong to it; after a kill that entry refuses its key for ever (seen with 2.4.240). So each
/// unit of work holds [#writing] until it has committed, and a sync waits until nobody does.
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final long TICK_MILLIS = 200;

  private final ReentrantReadWriteLock picture = new ReentrantReadWriteLock();
  private final Jdbi jdbi;
  private final Thread thread;
  private CompletableFuture<Void> next = new CompletableFuture<>();
  private boolean wanted;
  private boolean dirty;
  private boolean closed;

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.thread = Thread.ofPlatform().name("group-commit").daemon().start(this::loop);
  }

  /// Returns when everything committed before the call is on the disk.
  ///
  /// @throws JdbiException if the disk will not take it
  void sync() {
    CompletableFuture<Void> mine;
    synchronized (this) {
      wanted = true;
      mine = next;
      notifyAll();
    }
    try {
      mine.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Held from before a transaction begins until after it has ended.
  Lock writing() {
    return picture.readLock();
  }

  /// The next tick will do.
  synchronized void soon() {
    if (!dirty) {
      dirty = true;
      notifyAll();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    CompletableFuture<Void> round = await();
    while (round != null) {
      try {
        carry();
        round.complete(null);
      } catch (JdbiException e) {
        LOG.error("commits cannot be put on the disk", e);
        round.completeExceptionally(e);
      }
      round = await();
    }
  }

  private void carry() {
    picture.writeLock().lock();
    try {
      jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
    } finally {
      picture.writeLock().unlock();
    }
  }

  /// The next round's future; null when closed and nothing is left to do.
  private synchronized @Nullable CompletableFuture<Void> await() {
    try {
      while (!wanted && !dirty && !closed) {
        wait();
      }
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
      long left = TICK_MILLIS;
      while (!wanted && !closed && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
    } catch (InterruptedException _) {
      closed = true;
    }
    if (closed && !wanted && !dirty) {
      return null;
    }
    CompletableFuture<Void> round = next;
    next = new CompletableFuture<>();
    wanted = false;
    dirty = false;
    return round;
  }
}
