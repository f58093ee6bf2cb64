// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.api.graphql.Runs;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What executions without a customer came to, and whose they are. One result each, the first that was
/// kept.
public final class JdbcResults implements Runs {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcResults(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public void keep(String executionId, JsonObject result) {
    unitOfWork.run(Durability.STEP, () -> {
      if (result(executionId).isEmpty()) {
        unitOfWork.handle().execute(
            "insert into execution_result (execution_id, result) values (?, ?)",
            executionId, Json.write(result.members()));
      }
    });
  }

  @Override
  public Optional<JsonObject> result(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select result from execution_result where execution_id = ?", executionId)
            .mapTo(String.class)
            .findOne()
            .map(JsonObject::parse));
  }

  @Override
  public Optional<Instant> endedAt(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select ended_at from execution where id = ? and ended_at is not null", executionId)
            .map((row, _) -> Rows.instant(row, "ended_at"))
            .findOne());
  }

  @Override
  public Optional<String> cancelReason(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select payload from event where aggregate_type = 'execution' and aggregate_id = ?"
                    + " and type = 'WorkflowCancelAsked' order by seq fetch first 1 rows only",
                executionId)
            .mapTo(String.class)
            .findOne()
            .flatMap(payload -> JsonObject.parse(payload).text("reason"))
            .filter(reason -> !reason.isBlank()));
  }

  @Override
  public Optional<String> startedBy(String dedupeKey) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select id from execution where dedupe_key = ?", dedupeKey)
            .mapTo(String.class)
            .findOne());
  }

  @Override
  public int underWay(String subject) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select count(*) from execution where subject = ? and status = 'IN_PROGRESS'", subject)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<String> of(String subject, @Nullable String status, int limit) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select id from execution where subject = ? and (? = '' or status = ?)"
                    + " order by started_at desc, id fetch first " + limit + " rows only",
                subject, status == null ? "" : status, status == null ? "" : status)
            .mapTo(String.class)
            .list());
  }
}
