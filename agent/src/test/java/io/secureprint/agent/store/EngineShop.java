// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.kernel.Ids;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// An engine on its real database, which a test closes and opens again.
final class EngineShop implements AutoCloseable {
  final Database database;
  final JdbcUnitOfWork unitOfWork;
  final JdbcEffectLedger effects;
  final Engine engine;
  private final SchedulerTimers timers;

  EngineShop(TestDatabase kind, Path folder, List<StepHandler> handlers) throws Database.Unusable {
    Clock clock = Clock.systemUTC();
    Ids ids = Ids.secure();
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    effects = new JdbcEffectLedger(unitOfWork, ids, clock);
    timers = new SchedulerTimers(database);
    engine =
        new Engine(
            new Engine.Ports(
                new JdbcJournal(unitOfWork, clock),
                unitOfWork,
                new JdbcEventLog(unitOfWork, clock),
                timers,
                _ -> Context.LOST),
            handlers,
            clock,
            ids);
  }

  @Override
  public void close() {
    engine.close();
    timers.close();
    unitOfWork.close();
    database.close();
  }
}
