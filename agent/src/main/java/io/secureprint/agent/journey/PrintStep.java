// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.printing.JobFollower;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the sheets on paper, once (`workflow.md` 4.3): a held job is filled, the journal says
/// COMMITTING, then the job is released and followed to its end. After a crash the journal and the
/// queue together decide; where they cannot, a person does.
final class PrintStep implements StepHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PrintStep.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
  /// What is the document's fault and not the printer's: waiting does not mend it.
  private static final Set<String> COMPOSING =
      Stream.concat(
              Stream.of("WORKER_UNAVAILABLE"),
              Arrays.stream(DocumentRefusal.values()).map(Enum::name))
          .collect(Collectors.toUnmodifiableSet());

  private final House house;
  private final Visits visits;
  private final EffectLedger ledger;
  private final PrintPermits permits;
  private final JobFollower follower;

  PrintStep(House house, Visits visits, EffectLedger ledger, PrintPermits permits) {
    this.house = house;
    this.visits = visits;
    this.ledger = ledger;
    this.permits = permits;
    this.follower = new JobFollower(house.printer());
  }

  @Override
  public String type() {
    return PrintJourney.PRINT;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    Optional<Intent> paid = permits.paid(run.executionId());
    if (paid.isEmpty()) {
      return new StepOutcome.Failed(PrintJourney.NOT_PAID);
    }
    Effect effect = ledger.open(key(run.executionId()), run.executionId(), "print");
    return switch (effect.state()) {
      case PREPARING, PREPARED -> prepare(effect, paid.get(), run);
      case COMMITTING -> resolve(effect, paid.get(), run);
      case DONE -> StepOutcome.done();
      case ABORTED -> new StepOutcome.Failed(PrintJourney.PAID_NOT_PRINTED);
      case IN_DOUBT -> new StepOutcome.Failed(PrintJourney.PRINT_IN_DOUBT);
    };
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    // What else comes, a card that is done or a call that has ended, must not take the next look away.
    return signal.name().equals(Signal.WAKE) ? begin(run) : new StepOutcome.Still();
  }

  static String key(String executionId) {
    return executionId + "/print/0";
  }

  /// Nothing has printed yet, whatever has happened.
  private StepOutcome prepare(Effect effect, Intent paid, StepRun run) {
    Optional<Sheets> printable = printable(paid, run);
    if (printable.isEmpty()) {
      return notPrinted(effect, 0);
    }
    Sheets sheets = printable.get();
    sheets.visit().session().printing(house.clock().instant());
    sheets.visit().printout().job(effect.outsideName());
    tell(sheets.visit(), PrintStage.QUEUED, 0, List.of());
    Optional<String> closed = house.printerTrouble();
    if (closed.isPresent()) {
      // A job that was never released is known not to be on paper.
      return notReady(sheets.visit(), closed.get());
    }
    return onceMade(
        new EffectJob(house, effect, sheets).prepared(),
        effect,
        sheets.visit(),
        job -> commit(effect, job, sheets));
  }

  /// What was paid, while its customer's documents live and the printer gets on.
  private Optional<Sheets> printable(Intent paid, StepRun run) {
    return visits
        .find(run.executionId())
        .filter(visit -> !visit.leaving().hasBegun() && !visit.printout().patience().over(0))
        .flatMap(visit -> asPaid(visit, paid, run.context()).map(q -> new Sheets(visit, q)));
  }

  /// Goes on with a job, or says why there is none.
  private StepOutcome onceMade(
      Answer<JobRef> made, Effect effect, Visit visit, Function<JobRef, StepOutcome> next) {
    return switch (made) {
      case Answer.Got<JobRef>(JobRef job) -> next.apply(job);
      case Answer.Refused<JobRef>(String code, _) ->
          COMPOSING.contains(code) && !visit.printout().composesAgain()
              ? notPrinted(effect, 0)
              : notReady(visit, code);
      case Answer.Silent<JobRef> _ -> notReady(visit, "PRINTER_UNREACHABLE");
    };
  }

  /// A job that ended badly, at a printer that does not say whether it had a document, tells nothing.
  private static boolean tells(JobReport job) {
    return job.documents() != JobReport.UNKNOWN
        || !job.state().terminal()
        || job.state() == JobReport.State.COMPLETED;
  }

  /// The quote, if it is the very one that was paid, with money that this printer may take.
  private Optional<Quote> asPaid(Visit visit, Intent paid, Context context) {
    boolean rightMoney = paid.live() != house.rules().testPrinter();
    Optional<Quote> quote =
        FrozenQuote.of(context)
            .filter(q -> visit.seal(q).equals(Optional.of(paid.quoteMac())));
    if (!rightMoney || quote.isEmpty()) {
      LOG.error("{} may not print as it was paid: live {}", paid.executionId(), paid.live());
    }
    return rightMoney ? quote : Optional.empty();
  }

  private StepOutcome notReady(Visit visit, String code) {
    tell(visit, PrintStage.ATTENTION, 0, List.of());
    visit.trouble(code);
    return lookAgain();
  }

  private StepOutcome lookAgain() {
    return new StepOutcome.Waiting(house.clock().instant().plus(LOOK_AGAIN));
  }

  /// The word: it and all before it go to the disk at once.
  private StepOutcome commit(Effect effect, JobRef job, Sheets sheets) {
    String ref = Integer.toString(job.id());
    return permits
        .commit(
            effect.executionId(),
            () ->
                ledger.move(
                    prepared(effect, ref, sheets), EffectState.COMMITTING, ref, Facts.NONE))
        .map(
            committing ->
                house.printer().holdsJobs()
                    ? finish(committing, job)
                    : send(committing, job, sheets))
        .orElseGet(
            () -> notPrinted(prepared(effect, ref, sheets), 0, PrintJourney.REFUNDED_OUTSIDE));
  }

  private Effect prepared(Effect effect, String ref, Sheets sheets) {
    return effect.state() == EffectState.PREPARED
        ? effect
        : ledger.move(
            effect,
            EffectState.PREPARED,
            ref,
            Facts.of("of", sheets.quote().plan().printedSides()));
  }

  /// Where the document is the word: it is given now. What did not get there is seen by the job's
  /// having no document, which the next look does.
  private StepOutcome send(Effect committing, JobRef job, Sheets sheets) {
    return onceMade(
        new EffectJob(house, committing, sheets).fill(job),
        committing,
        sheets.visit(),
        filled -> finish(committing, filled));
  }

  /// A job that never had its document is known not to be on paper: it is tried again while its
  /// customer's documents live.
  private StepOutcome sendAgain(Effect committing, Intent paid, StepRun run) {
    Optional<Sheets> sheets = printable(paid, run);
    if (sheets.isEmpty()) {
      return notPrinted(committing, 0);
    }
    return onceMade(
        new EffectJob(house, committing, sheets.get()).empty(),
        committing,
        sheets.get().visit(),
        job -> send(committing, job, sheets.get()));
  }

  /// After a crash behind the word: the queue says what became of it. A queue that says nothing for
  /// long leaves it to a person.
  private StepOutcome resolve(Effect effect, Intent paid, StepRun run) {
    return switch (house.printer().find(effect.outsideName())) {
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> job)
          when job.filter(known -> known.documents() == 0).isPresent()
              && !house.printer().holdsJobs() ->
          sendAgain(effect, paid, run);
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> job)
          when job.filter(PrintStep::tells).isPresent() ->
          finish(effect, job.get().job());
      case Answer.Got<Optional<JobReport>> _ -> doubt(effect);
      case Answer.Refused<Optional<JobReport>> _, Answer.Silent<Optional<JobReport>> _ ->
          house.clock().instant().isAfter(paid.expiresAt().plus(house.rules().printHold()))
              ? doubt(effect)
              : lookAgain();
    };
  }

  private StepOutcome finish(Effect effect, JobRef job) {
    Optional<Visit> visit = visits.find(effect.executionId());
    int of =
        visit.flatMap(Visit::quote).map(quote -> quote.plan().printedSides()).orElse(0);
    Patience patience =
        visit.map(known -> known.printout().patience())
            .orElseGet(() -> new Patience(house.rules().printHold(), house.clock()));
    JobFollower.End end =
        follower.releaseAndFollow(job, (sides, reasons) -> {
          visit.ifPresent(v -> told(v, sides, reasons));
          return !patience.over(sides) && visit.filter(v -> v.leaving().isWithdrawn()).isEmpty();
        });
    return switch (end) {
      case JobFollower.End.Printed(int sides) -> {
        ledger.move(effect, EffectState.DONE, ref(effect), Facts.of("sides", Math.max(sides, of)));
        visit.ifPresent(v -> printed(v, of));
        yield StepOutcome.done();
      }
      case JobFollower.End.NotPrinted(int sides) -> notPrinted(effect, sides);
      case JobFollower.End.Lost() -> doubt(effect);
    };
  }

  private StepOutcome notPrinted(Effect effect, int sides) {
    return notPrinted(effect, sides, PrintJourney.PAID_NOT_PRINTED);
  }

  private StepOutcome notPrinted(Effect effect, int sides, Problem why) {
    ledger.move(effect, EffectState.ABORTED, ref(effect), Facts.of("sides", sides));
    visits
        .find(effect.executionId())
        .ifPresent(visit -> tell(visit, PrintStage.FAILED, sides, List.of()));
    return new StepOutcome.Failed(why);
  }

  private StepOutcome doubt(Effect effect) {
    ledger.move(effect, EffectState.IN_DOUBT, ref(effect), Facts.NONE);
    visits
        .find(effect.executionId())
        .ifPresent(visit -> tell(visit, PrintStage.UNKNOWN, 0, List.of()));
    return new StepOutcome.Failed(PrintJourney.PRINT_IN_DOUBT);
  }

  private void printed(Visit visit, int of) {
    visit.session().tryMove(SessionState.PRINTED, house.clock().instant());
    tell(visit, PrintStage.PRINTED, of, List.of());
  }

  private static void told(Visit visit, int sides, List<String> reasons) {
    PrintStage stage = reasons.isEmpty() ? PrintStage.PRINTING : PrintStage.ATTENTION;
    tell(visit, stage, sides, reasons);
  }

  private static void tell(Visit visit, PrintStage stage, int sides, List<String> reasons) {
    int of = visit.quote().map(quote -> quote.plan().printedSides()).orElse(0);
    visit.printing(new AgentMessage.Progress(stage, Math.clamp(sides, 0, of), of, reasons));
  }

  private static String ref(Effect effect) {
    String ref = effect.externalRef();
    return ref == null ? "" : ref;
  }
}
