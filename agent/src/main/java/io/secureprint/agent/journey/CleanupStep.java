// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.Remains;
import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobReport;
import io.secureprint.driver.printer.PrinterDriver.Purge;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The finaliser: destroys what is left of a session, proves it, and frees its place. After a crash
/// only the spool can still hold anything; the rest was wiped before the doors opened.
final class CleanupStep implements StepHandler {
  private static final int MOST_JOBS = 5;

  private final House house;
  private final Visits visits;
  private final EffectLedger ledger;
  private final Consumer<Destroyed> failed;

  /// `failed` hears of a destruction that is not complete.
  CleanupStep(House house, Visits visits, EffectLedger ledger, Consumer<Destroyed> failed) {
    this.house = house;
    this.visits = visits;
    this.ledger = ledger;
    this.failed = failed;
  }

  @Override
  public String type() {
    return PrintJourney.CLEANUP;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    Optional<Visit> visit = visits.find(run.executionId());
    return visit.isPresent() ? destroy(visit.get(), run) : purgeOnly(run.executionId());
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return StepOutcome.waiting();
  }

  private StepOutcome destroy(Visit visit, StepRun run) {
    EndReason reason = reason(visit, run);
    visit.ends(reason, reason.code());
    visit.leaving().putOnRecord();
    visit.session().tryMove(SessionState.DESTROYING, house.clock().instant());
    Destroyed done = house.destruction().destroy(new Rest(visit));
    visit.session().tryMove(
        done.complete() ? SessionState.DESTROYED : SessionState.QUARANTINE,
        house.clock().instant());
    house.lane().tell(visit.executionId(), done.spool() != Remains.Spool.DIRTY);
    visit.farewell(done);
    if (!done.complete()) {
      visit.trouble(done.failures().getFirst());
      failed.accept(done);
      return new StepOutcome.Retry(PrintJourney.DESTROY_FAILED);
    }
    visits.gone(visit);
    return StepOutcome.done();
  }

  /// Why the customer's session ends, unless that was said before: who ended the workflow may not
  /// have come to saying it.
  private static EndReason reason(Visit visit, StepRun run) {
    if (visit.session().state() == SessionState.PRINTED) {
      return EndReason.PRINTED;
    }
    boolean revoked = PrintJourney.REFUNDED_OUTSIDE.code().equals(run.code());
    return revoked ? EndReason.CANCELLED : EndReason.ERROR;
  }

  private StepOutcome purgeOnly(String executionId) {
    boolean clean = purge(executionId) != Remains.Spool.DIRTY;
    house.lane().tell(executionId, clean);
    return clean ? StepOutcome.done() : new StepOutcome.Retry(PrintJourney.DESTROY_FAILED);
  }

  private Remains.Spool purge(String executionId) {
    Optional<Effect> effect = ledger.find(PrintStep.key(executionId));
    if (effect.isEmpty()) {
      return Remains.Spool.CLEAN;
    }
    return purged(effect.get().outsideName());
  }

  /// A broken delivery may have left more than one job of the name.
  private Remains.Spool purged(String name) {
    for (int jobs = 0; jobs < MOST_JOBS; jobs++) {
      Answer<Optional<JobReport>> found = house.printer().find(name);
      if (!(found instanceof Answer.Got<Optional<JobReport>>(Optional<JobReport> job))) {
        return Remains.Spool.DIRTY;
      }
      if (job.isEmpty()) {
        return Remains.Spool.CLEAN;
      }
      if (!(house.printer().purge(job.get().job()) instanceof Answer.Got<Purge>(Purge purge))) {
        return Remains.Spool.DIRTY;
      }
      if (purge == Purge.RETAINED) {
        return Remains.Spool.RETAINED;
      }
      if (purge == Purge.UNSEEN) {
        return Remains.Spool.UNSEEN;
      }
      if (!house.printer().holdsJobs()) {
        // The printer remembers its ended jobs, without their documents.
        return Remains.Spool.CLEAN;
      }
    }
    return Remains.Spool.DIRTY;
  }

  /// What is left of a visit.
  private final class Rest implements Remains {
    private final Visit visit;

    Rest(Visit visit) {
      this.visit = visit;
    }

    @Override
    public PrintSession session() {
      return visit.session();
    }

    @Override
    public EndReason reason() {
      return visit.leaving().reason();
    }

    @Override
    public Optional<Destroyed> before() {
      return visit.destroyed();
    }

    @Override
    public String executionId() {
      return visit.executionId();
    }

    @Override
    public void killWorkers() {
      visit.worker().kill();
    }

    @Override
    public boolean workersGone(Duration within) {
      return visit.worker().goneWithin(within);
    }

    @Override
    public Spool purgeSpool() {
      return purge(visit.executionId());
    }
  }
}
