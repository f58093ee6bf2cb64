// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.step.Branches;
import io.secureprint.agent.journey.PrintPermits;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.Accounts;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcClaims;
import io.secureprint.agent.store.JdbcCredits;
import io.secureprint.agent.store.JdbcDayBook;
import io.secureprint.agent.store.JdbcEffectLedger;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcHistory;
import io.secureprint.agent.store.JdbcInbox;
import io.secureprint.agent.store.JdbcJournal;
import io.secureprint.agent.store.JdbcLedger;
import io.secureprint.agent.store.JdbcRefunds;
import io.secureprint.agent.store.JdbcTakings;
import io.secureprint.agent.store.JdbcUnitOfWork;
import io.secureprint.agent.store.OpenBranches;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// The stores on one database.
///
/// @param agent by what name this agent is known to others there
record Stores(
    Database database,
    String agent,
    JdbcUnitOfWork unitOfWork,
    JdbcEventLog events,
    JdbcJournal journal,
    JdbcEffectLedger effects,
    JdbcLedger ledger,
    JdbcClaims claims,
    JdbcRefunds refunds,
    JdbcCredits credits,
    JdbcInbox inbox)
    implements PrintPermits {
  /// Where the days of the books begin.
  static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  static Stores on(
      Database database, JdbcUnitOfWork unitOfWork, String agent, Clock clock, Ids ids) {
    return new Stores(
        database,
        agent,
        unitOfWork,
        new JdbcEventLog(unitOfWork, clock),
        new JdbcJournal(unitOfWork, clock, agent),
        new JdbcEffectLedger(unitOfWork, ids, clock),
        new JdbcLedger(unitOfWork, clock),
        new JdbcClaims(unitOfWork, clock),
        new JdbcRefunds(unitOfWork, clock),
        new JdbcCredits(unitOfWork),
        new JdbcInbox(unitOfWork));
  }

  /// Names this agent's shop in a log that others may share.
  String shop() {
    return database.isShared() ? agent : "shop";
  }

  /// What can be read of the past.
  Books books(boolean live) {
    return new Books(
        new JdbcHistory(unitOfWork),
        new Accounts(
            new JdbcTakings(unitOfWork, INDIA, live),
            new JdbcDayBook(unitOfWork, claims, INDIA, live)));
  }

  Branches branches() {
    return new OpenBranches(unitOfWork, journal);
  }

  record Books(History history, Accounts accounts) {}

  @Override
  public Optional<Intent> paid(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> ledger.released(executionId));
  }

  @Override
  public Optional<Effect> commit(String executionId, Supplier<Effect> word) {
    return unitOfWork.call(
        Durability.BARRIER, () -> ledger.released(executionId).map(_ -> word.get()));
  }
}
