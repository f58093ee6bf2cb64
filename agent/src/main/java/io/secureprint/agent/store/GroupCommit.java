// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Puts commits on the disk. H2's own commit does not (`workflow.md`, finding 1), so one thread runs
/// a checkpoint and a sync: once for all who wait at that moment, and every 200 ms for what nobody waits
/// for.
///
/// H2 takes its picture of the tables one after the other, while others write. A picture from the
/// middle of a transaction can hold the entry of a unique index without the row and the undo record
/// that belong to it; after a kill that entry refuses its key for ever (seen with 2.4.240). So each
/// unit of work holds the picture from [#begins] to [#ended], and a sync waits until nobody does.
final class GroupCommit implements CommitSync {
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

  @Override
  public void sync() {
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

  @Override
  public void begins() {
    picture.readLock().lock();
  }

  @Override
  public void ended() {
    picture.readLock().unlock();
  }

  /// The next tick will do.
  @Override
  public synchronized void soon() {
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

  /// What `CHECKPOINT SYNC` does, but units of work wait only while H2 writes, not while the disk does.
  private void carry() {
    try (Handle handle = jdbi.open()) {
      picture.writeLock().lock();
      try {
        handle.execute("checkpoint");
      } finally {
        picture.writeLock().unlock();
      }
      store(handle.getConnection()).sync();
    } catch (SQLException e) {
      throw new Transaction.Failed(e);
    } catch (MVStoreException e) {
      throw new Transaction.Failed(new SQLException(e));
    }
  }

  private static MVStore store(Connection connection) throws SQLException {
    Session session = connection.unwrap(JdbcConnection.class).getSession();
    return ((SessionLocal) session).getDatabase().getStore().getMvStore();
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
