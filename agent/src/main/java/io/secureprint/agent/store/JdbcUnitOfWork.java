// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.UnitOfWork;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One transaction per thread. A barrier returns only when the group committer has synced it.
public final class JdbcUnitOfWork implements UnitOfWork, AutoCloseable {
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
      return work.get();
    }
    Unit unit = new Unit(durability);
    current.set(unit);
    T result;
    try {
      result =
          database.jdbi().inTransaction(handle -> {
            unit.handle = handle;
            return work.get();
          });
    } finally {
      current.remove();
    }
    if (unit.durability == Durability.BARRIER) {
      groupCommit.sync();
    } else {
      groupCommit.soon();
    }
    unit.afterCommit.forEach(Runnable::run);
    return result;
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
