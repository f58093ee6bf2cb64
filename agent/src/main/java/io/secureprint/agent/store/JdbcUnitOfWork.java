// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.UnitOfWork;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// One transaction per thread. A barrier returns only when it is on the disk. What a deadlock or a rival
/// for the same key undid is done again from its beginning, a few times.
public final class JdbcUnitOfWork implements UnitOfWork, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcUnitOfWork.class);
  private static final int MOST_TRIES = 4;
  private static final Duration PAUSE = Duration.ofMillis(15);

  private final Database database;
  private final CommitSync commits;
  private final Jdbi jdbi = Jdbi.create(new Lent());
  @SuppressWarnings("ThreadLocalUsage") // a unit belongs to one database, and tests open several
  private final ThreadLocal<Unit> current = new ThreadLocal<>();
  private final EventNumbers numbers;
  private final List<Runnable> appended = new CopyOnWriteArrayList<>();

  public JdbcUnitOfWork(Database database) {
    this.database = database;
    this.commits = database.commits();
    this.numbers = database.numbers();
  }

  @Override
  public <T> T call(Durability durability, Supplier<T> work) {
    Unit outer = current.get();
    if (outer != null) {
      outer.strengthen(durability);
      return joined(outer, work);
    }
    for (int tries = 1; ; tries++) {
      Unit unit = new Unit(durability);
      try {
        T result = committed(unit, work);
        unit.afterCommit.forEach(JdbcUnitOfWork::attempt);
        return result;
      } catch (Unavailable e) {
        if (tries == MOST_TRIES || !DatabaseTrouble.isPassing(e)) {
          throw e;
        }
        LOG.debug("a unit of work is done again", e);
        LockSupport.parkNanos(PAUSE.toNanos() * tries);
      }
    }
  }

  private <T> T committed(Unit unit, Supplier<T> work) {
    try {
      T result = written(unit, work);
      if (unit.durability == Durability.BARRIER) {
        commits.sync();
      } else if (unit.wrote) {
        commits.soon();
      }
      return result;
    } catch (JdbiException e) {
      throw DatabaseTrouble.isOfData(e) ? e : new Unavailable(e);
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
    commits.begins();
    current.set(unit);
    try (Transaction transaction = new Transaction(database.source())) {
      unit.transaction = transaction;
      T result = work.get();
      if (unit.failed) {
        throw new IllegalStateException("a unit of work inside this one failed");
      }
      unit.wrote = transaction.wrote();
      transaction.commit();
      return result;
    } finally {
      current.remove();
      unit.ticket.ifPresent(numbers::end);
      commits.ended();
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
    commits.close();
  }

  EventNumbers numbers() {
    return numbers;
  }

  void whenAppended(Runnable action) {
    appended.add(action);
  }

  /// Called before the running unit takes a number of the event log.
  void takesNumber() {
    Unit unit = current.get();
    if (unit != null && unit.ticket.isEmpty()) {
      unit.ticket = OptionalLong.of(numbers.begin());
      unit.afterCommit.add(() -> appended.forEach(JdbcUnitOfWork::attempt));
    }
  }

  /// The running unit's connection, through Jdbi.
  Handle handle() {
    Unit unit = unit();
    if (unit.handle == null) {
      unit.handle = jdbi.open();
    }
    return unit.handle;
  }

  /// The running unit's connection itself.
  Transaction transaction() {
    Transaction transaction = unit().transaction;
    if (transaction == null) {
      throw new IllegalStateException("no transaction has begun");
    }
    return transaction;
  }

  private Unit unit() {
    Unit unit = current.get();
    if (unit == null) {
      throw new IllegalStateException("no unit of work on this thread");
    }
    return unit;
  }

  /// Gives Jdbi the unit's connection, which the unit itself closes.
  private final class Lent implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return transaction().connection();
    }

    @Override
    public void closeConnection(Connection connection) {
      // The transaction does.
    }
  }

  private static final class Unit {
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Durability durability;
    private @Nullable Transaction transaction;
    private @Nullable Handle handle;
    private boolean failed;
    private boolean wrote;
    private OptionalLong ticket = OptionalLong.empty();

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
