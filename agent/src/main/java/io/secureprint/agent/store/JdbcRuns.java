// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.Evaluation;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Run.Progress;
import io.secureprint.agent.automation.RunRows;
import io.secureprint.agent.automation.Why;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of what automations looked at and did.
public final class JdbcRuns implements RunRows {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcRuns(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(Evaluation e) {
    unitOfWork.handle().execute(
        "insert into evaluation (automation_id, version, event_seq, outcome, code, detail, run_id, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        e.automationId(), e.version(), e.eventSeq(), e.why().outcome().name(),
        e.why().code().name(), e.why().detail(), e.runId(), Rows.column(e.at()));
  }

  @Override
  public List<Evaluation> evaluations(String automationId, int most) {
    return unitOfWork
        .handle()
        .select(
            "select * from evaluation where automation_id = ? or ? = '' order by seq desc"
                + " fetch first " + most + " rows only",
            automationId, automationId)
        .map((row, _) -> evaluation(row))
        .list();
  }

  @Override
  public void insert(Run run) {
    Progress p = run.progress();
    unitOfWork.handle().execute(
        "insert into automation_run (id, automation_id, correlation_id, depth, actions, done,"
            + " attempts, state, code, detail, owner, claimed_until, wake_at, started_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
        run.id(), run.automationId(), run.correlationId(), run.depth(), Json.write(run.actions()),
        p.done(), p.attempts(), p.state().name(), p.code(), p.detail(),
        Rows.column(run.startedAt()), Rows.column(p.wakeAt()), Rows.column(run.startedAt()));
  }

  @Override
  public Optional<Run> find(String id) {
    return runs("select * from automation_run where id = ?", id).stream().findFirst();
  }

  @Override
  public int unfinished(String automationId) {
    return unitOfWork
        .handle()
        .select(
            "select count(*) from automation_run where state = 'WAITING' and automation_id = ?",
            automationId)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<Run> heads() {
    return runs(
        "select * from automation_run where seq in (select min(seq) from automation_run"
            + " where state = 'WAITING' group by automation_id) order by seq");
  }

  @Override
  public boolean claim(Run run, String owner, Instant now, Instant until) {
    return unitOfWork.handle().execute(
            "update automation_run set owner = ?, claimed_until = ? where id = ? and state = 'WAITING'"
                + " and done = ? and attempts = ? and (owner = ? or claimed_until <= ?)",
            owner, Rows.column(until), run.id(), run.progress().done(), run.progress().attempts(),
            owner, Rows.column(now))
        == 1;
  }

  @Override
  public boolean replace(Run old, Run next) {
    Progress p = next.progress();
    return unitOfWork.handle().execute(
            "update automation_run set done = ?, attempts = ?, state = ?, code = ?, detail = ?,"
                + " wake_at = ?, ended_at = ?, owner = '', claimed_until = started_at"
                + " where id = ? and state = ? and done = ? and attempts = ?",
            p.done(), p.attempts(), p.state().name(), p.code(), p.detail(), Rows.column(p.wakeAt()),
            Rows.columnOrNull(p.endedAt()), old.id(), old.progress().state().name(),
            old.progress().done(), old.progress().attempts())
        == 1;
  }

  @Override
  public void forget(Instant before) {
    unitOfWork.handle().execute("delete from evaluation where at < ?", Rows.column(before));
    unitOfWork.handle().execute(
        "delete from automation_run where state <> 'WAITING' and ended_at < ?",
        Rows.column(before));
  }

  private List<Run> runs(String query, Object... values) {
    return unitOfWork.handle().select(query, values).map((row, _) -> run(row)).list();
  }

  private static Evaluation evaluation(ResultSet row) throws SQLException {
    return new Evaluation(
        row.getLong("seq"),
        row.getString("automation_id"),
        row.getInt("version"),
        row.getLong("event_seq"),
        new Why(Why.Code.valueOf(row.getString("code")), row.getString("detail")),
        row.getString("run_id"),
        Rows.instant(row, "at"));
  }

  private static Run run(ResultSet row) throws SQLException {
    Progress progress =
        new Progress(
            row.getInt("done"),
            row.getInt("attempts"),
            Run.State.valueOf(row.getString("state")),
            row.getString("code"),
            row.getString("detail"),
            Rows.instant(row, "wake_at"),
            Rows.instantOrNull(row, "ended_at"));
    return new Run(
        row.getString("id"),
        row.getString("automation_id"),
        row.getString("correlation_id"),
        row.getInt("depth"),
        List.of(Json.read(row.getString("actions"), Action[].class)),
        progress,
        Rows.instant(row, "started_at"));
  }
}
