// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.outbox.DeadLetters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of what could not be brought to somebody.
public final class JdbcDeadLetters implements DeadLetters {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcDeadLetters(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(DeadLetter l) {
    unitOfWork.handle().execute(
        "insert into dead_letter (consumer, seq, event_type, attempts, code, detail, state, since,"
            + " next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        l.consumer(), l.seq(), l.eventType(), l.attempts(), l.code(), l.detail(), l.state().name(),
        Rows.column(l.since()), Rows.column(l.nextAt()));
  }

  @Override
  public boolean replace(DeadLetter old, DeadLetter next) {
    return unitOfWork.handle().execute(
            "update dead_letter set attempts = ?, code = ?, detail = ?, state = ?, next_at = ?"
                + " where consumer = ? and seq = ? and attempts = ? and state = ?",
            next.attempts(), next.code(), next.detail(), next.state().name(),
            Rows.column(next.nextAt()), old.consumer(), old.seq(), old.attempts(),
            old.state().name())
        == 1;
  }

  @Override
  public Optional<DeadLetter> find(String consumer, long seq) {
    return letters("consumer = ? and seq = ?", consumer, seq).stream().findFirst();
  }

  @Override
  public List<DeadLetter> waiting(String consumer, int most) {
    return letters(
        "state = 'WAITING' and consumer = ? order by next_at" + first(most), consumer);
  }

  @Override
  public List<DeadLetter> open(int most) {
    return letters("state in ('WAITING', 'DEAD') order by since desc, seq desc" + first(most));
  }

  @Override
  public void forget(Instant before) {
    unitOfWork.handle().execute(
        "delete from dead_letter where state in ('DELIVERED', 'DISMISSED') and next_at < ?",
        Rows.column(before));
  }

  private static String first(int most) {
    return " fetch first " + most + " rows only";
  }

  private List<DeadLetter> letters(String where, Object... values) {
    return unitOfWork
        .handle()
        .select("select * from dead_letter where " + where, values)
        .map((row, _) -> letter(row))
        .list();
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getString("consumer"),
        row.getLong("seq"),
        row.getString("event_type"),
        row.getInt("attempts"),
        row.getString("code"),
        row.getString("detail"),
        DeadLetter.State.valueOf(row.getString("state")),
        Rows.instant(row, "since"),
        Rows.instant(row, "next_at"));
  }
}
