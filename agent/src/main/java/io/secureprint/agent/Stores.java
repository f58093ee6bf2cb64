// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcClaims;
import io.secureprint.agent.store.JdbcEffectLedger;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcJournal;
import io.secureprint.agent.store.JdbcLedger;
import io.secureprint.agent.store.JdbcUnitOfWork;

import java.time.Clock;
import java.util.Optional;

/// The stores on one database.
record Stores(
    Database database,
    JdbcUnitOfWork unitOfWork,
    JdbcEventLog events,
    JdbcJournal journal,
    JdbcEffectLedger effects,
    JdbcLedger ledger,
    Claims claims) {
  static Stores on(Database database, JdbcUnitOfWork unitOfWork, Clock clock, Ids ids) {
    JdbcEventLog events = new JdbcEventLog(unitOfWork, clock);
    return new Stores(
        database,
        unitOfWork,
        events,
        new JdbcJournal(unitOfWork, clock),
        new JdbcEffectLedger(unitOfWork, ids, clock),
        new JdbcLedger(unitOfWork, clock),
        new Claims(new JdbcClaims(unitOfWork, clock), unitOfWork, events));
  }

  /// The paid intent under which an execution may print.
  Optional<Intent> released(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> ledger.released(executionId));
  }
}
