// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Effects, each move on the disk before it counts.
public final class JdbcEffectLedger implements EffectLedger {
  private final JdbcUnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  public JdbcEffectLedger(JdbcUnitOfWork unitOfWork, Ids ids, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Effect open(String key, String executionId, String kind) {
    return unitOfWork.call(Durability.BARRIER, () -> find(key).orElseGet(() -> {
      String outsideName = "sps-" + ids.hex128();
      unitOfWork.handle().execute(
          "insert into effect (effect_key, execution_id, kind, outside_name, state, evidence, updated_at)"
              + " values (?, ?, ?, ?, 'PREPARING', '{}', ?)",
          key, executionId, kind, outsideName, Rows.column(clock.instant()));
      return new Effect(key, executionId, outsideName, EffectState.PREPARING, null, Facts.NONE);
    }));
  }

  @Override
  public Effect move(Effect effect, EffectState to, String externalRef, Facts evidence) {
    EffectState next = EffectState.LIFECYCLE.move(effect.state(), to);
    Facts all = effect.evidence().and(evidence);
    unitOfWork.run(Durability.BARRIER, () -> {
      int rows =
          unitOfWork.handle().execute(
              "update effect set state = ?, external_ref = ?, evidence = ?, updated_at = ?"
                  + " where effect_key = ? and state = ?",
              next.name(), externalRef, Json.write(all.values()), Rows.column(clock.instant()),
              effect.key(), effect.state().name());
      if (rows != 1) {
        throw new IllegalStateException("effect " + effect.key() + " was moved by another");
      }
    });
    return new Effect(
        effect.key(), effect.executionId(), effect.outsideName(), next, externalRef, all);
  }

  @Override
  public Optional<Effect> find(String key) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select * from effect where effect_key = ?", key)
            .map((row, _) -> effect(row))
            .findOne());
  }

  @Override
  public List<Effect> unresolved() {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select * from effect where state not in ('DONE', 'ABORTED')")
            .map((row, _) -> effect(row))
            .list());
  }

  private static Effect effect(ResultSet row) throws SQLException {
    return new Effect(
        row.getString("effect_key"),
        row.getString("execution_id"),
        row.getString("outside_name"),
        EffectState.valueOf(row.getString("state")),
        row.getString("external_ref"),
        Json.facts(row.getString("evidence")));
  }
}
