// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.EventFeed;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the events in the order of their numbers. Where a number is missing, it may be that of a
/// transaction which is still open: the reader notes which transactions can have it, and goes on when
/// all of these have ended and the number is still not there. Nothing of this costs anything while no
/// number is missing.
public final class JdbcEventFeed implements EventFeed {
  /// Reads until a hole at the beginning is known to be one.
  private static final int LOOKS = 3;

  private final JdbcUnitOfWork unitOfWork;
  private @Nullable Fence fence;
  private volatile long settled;

  public JdbcEventFeed(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Batch after(long seq, int most) {
    return unitOfWork.call(Durability.STEP, () -> {
      Batch batch = new Batch(List.of(), true);
      for (int look = 0; look < LOOKS && batch.held() && batch.entries().isEmpty(); look++) {
        batch = look(seq, most);
      }
      return batch;
    });
  }

  /// What is settled is asked first: only what is read after that is read to the end.
  private Batch look(long seq, int most) {
    long sure = settled;
    Handle handle = unitOfWork.handle();
    List<Entry> found =
        handle
            .select("select * from event where seq > ? order by seq fetch first " + most + " rows only", seq)
            .map((row, _) -> entry(row))
            .list();
    List<Entry> solid = new ArrayList<>(found.size());
    long expected = seq + 1;
    for (Entry entry : found) {
      if (entry.seq() != expected && entry.seq() > sure) {
        break;
      }
      solid.add(entry);
      expected = entry.seq() + 1;
    }
    boolean held = solid.size() < found.size();
    if (held && solid.isEmpty()) {
      settle(handle, found.getLast().seq());
    }
    return new Batch(solid, held);
  }

  private synchronized void settle(Handle handle, long seen) {
    if (seen <= settled) {
      return;
    }
    Fence standing = fence;
    if (standing == null) {
      standing = new Fence(seen, unitOfWork.numbers().high(handle));
      fence = standing;
    }
    if (unitOfWork.numbers().low(handle) >= standing.high()) {
      settled = standing.upTo();
      fence = null;
    }
  }

  @Override
  public Optional<Entry> find(long seq) {
    return unitOfWork.call(
        Durability.STEP,
        () ->
            unitOfWork
                .handle()
                .select("select * from event where seq = ?", seq)
                .map((row, _) -> entry(row))
                .findOne());
  }

  @Override
  public long last() {
    return unitOfWork.call(
        Durability.STEP,
        () ->
            unitOfWork
                .handle()
                .select("select coalesce(max(seq), 0) from event")
                .mapTo(Long.class)
                .one());
  }

  /// Halves the numbers again and again: an index by time would cost each event something.
  @Override
  public long before(Instant at) {
    return unitOfWork.call(Durability.STEP, () -> {
      long low = 0;
      long high = last();
      while (low < high) {
        long middle = low + (high - low + 1) / 2;
        Instant there = firstFrom(middle);
        if (there.isBefore(at)) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    });
  }

  private Instant firstFrom(long seq) {
    return unitOfWork
        .handle()
        .select("select at from event where seq >= ? order by seq fetch first 1 rows only", seq)
        .map((row, _) -> Rows.instant(row, "at"))
        .one();
  }

  @Override
  public void whenAppended(Runnable action) {
    unitOfWork.whenAppended(action);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    EventLog.Event event =
        new EventLog.Event(
            row.getString("aggregate_type"),
            row.getString("aggregate_id"),
            row.getString("type"),
            Json.map(row.getString("payload")),
            row.getString("actor"),
            row.getString("correlation_id"));
    return new Entry(
        row.getLong("seq"), Rows.instant(row, "at"), event, row.getString("causation_id"));
  }

  /// The numbers up to `upTo` belong to transactions with tickets below `high`, or to none.
  private record Fence(long upTo, long high) {}
}
