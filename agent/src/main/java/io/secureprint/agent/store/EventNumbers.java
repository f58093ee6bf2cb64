// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.jdbi.v3.core.Handle;

import java.util.TreeSet;

/// Which transactions may still commit a number of the event log. Each has a ticket from before it took
/// its first number; tickets only grow.
interface EventNumbers {
  /// How an event is inserted, `%s` being its values.
  String insert(String columns, String values);

  /// Called before the first number of a transaction.
  long begin();

  /// Called when the transaction of this ticket has committed or was rolled back.
  void end(long ticket);

  /// All transactions with a ticket below have ended.
  long low(Handle handle);

  /// All transactions that have taken a number until now have a ticket below.
  long high(Handle handle);

  /// For a database that only this process writes.
  final class OfThisProcess implements EventNumbers {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next = 1;

    @Override
    public String insert(String columns, String values) {
      return "insert into event (" + columns + ") values (" + values + ")";
    }

    @Override
    public synchronized long begin() {
      open.add(next);
      return next++;
    }

    @Override
    public synchronized void end(long ticket) {
      open.remove(ticket);
    }

    @Override
    public synchronized long low(Handle handle) {
      return open.isEmpty() ? next : open.first();
    }

    @Override
    public synchronized long high(Handle handle) {
      return next;
    }
  }

  /// For PostgreSQL, where other agents write too: the ticket is the transaction's own number.
  final class OfServer implements EventNumbers {
    /// The row that is inserted stands on one that has asked for the number of the transaction, so that
    /// this is taken before the number of the event.
    private static final String BEGUN =
        " from (select pg_current_xact_id() as id offset 0) begun where begun.id is not null";

    private static final String LOW = "pg_snapshot_xmin(pg_current_snapshot())";
    /// A number for this transaction too: only what is given now is above all that were given. A
    /// snapshot's own upper end is that of the transactions which have ended.
    private static final String HIGH = "pg_current_xact_id()";

    @Override
    public String insert(String columns, String values) {
      return "insert into event (" + columns + ") select " + values + BEGUN;
    }

    @Override
    public long begin() {
      return 0;
    }

    @Override
    public void end(long ticket) {}

    @Override
    public long low(Handle handle) {
      return ask(handle, LOW);
    }

    @Override
    public long high(Handle handle) {
      return ask(handle, HIGH);
    }

    private static long ask(Handle handle, String bound) {
      return handle
          .select("select cast(cast(" + bound + " as text) as bigint)")
          .mapTo(Long.class)
          .one();
    }
  }
}
