// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.UnitOfWork;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One transaction per thread. A barrier returns only when the group committer has synced it.
public final class JdbcUnitOfWork implements UnitOfWork, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcUnitOfWork.class);

  private final Database database;
  private final GroupCommit groupCommit;
  @SuppressWarnings("ThreadLocalUsage") // a unit belongs to one database, and tests open several
  private final ThreadLocal<Unit> current = new ThreadLocal<>();

  public JdbcUnitOfWork(Database database) {
    this.database = database;
    this.groupCommit = new GroupCommit(database.jdbi());
  }

  @Override
  public <T> T call(Durability durability, Supplier<T> work) {
    Unit outer = current.get();
    if (outer != null) {
      outer.strengthen(durability);
      return joined(outer, work);
    }
    Unit unit = new Unit(durability);
    T result = committed(unit, work);
    unit.afterCommit.forEach(JdbcUnitOfWork::attempt);
    return result;
  }

  private <T> T committed(Unit unit, Supplier<T> work) {
    try {
      T result = written(unit, work);
      if (unit.durability == Durability.BARRIER) {
        groupCommit.sync();
      } else {
        groupCommit.soon();
      }
      return result;
    } catch (JdbiException e) {
      throw new Unavailable(e);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    Unit unit = current.get();
    if (unit == null) {
      action.run();
    } else {
      unit.afterCommit.add(action);
    }
  }

  private <T> T written(Unit unit, Supplier<T> work) {
    groupCommit.writing().lock();
    current.set(unit);
    try {
      return database.jdbi().inTransaction(handle -> {
        unit.handle = handle;
        T result = work.get();
        if (unit.failed) {
          throw new IllegalStateException("a unit of work inside this one failed");
        }
        return result;
      });
    } finally {
      current.remove();
      groupCommit.writing().unlock();
    }
  }

  /// Whoever swallows the exception of an inner unit must not commit half of it.
  private static <T> T joined(Unit outer, Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      outer.failed |= !done;
    }
  }

  /// The commit stands whatever happens here, so its caller must not be told that it failed.
  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("what follows a commit failed; the next start makes up for it", e);
    }
  }

  @Override
  public void close() {
    groupCommit.close();
  }

  /// The running unit's connection.
  Handle handle() {
    Unit unit = current.get();
    if (unit == null || unit.handle == null) {
      throw new IllegalStateException("no unit of work on this thread");
    }
    return unit.handle;
  }

  private static final class Unit {
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Durability durability;
    private @Nullable Handle handle;
    private boolean failed;

    Unit(Durability durability) {
      this.durability = durability;
    }

    void strengthen(Durability wanted) {
      if (wanted == Durability.BARRIER) {
        durability = wanted;
      }
    }
  }
}
