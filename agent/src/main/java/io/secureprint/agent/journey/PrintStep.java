// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
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
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;
import io.secureprint.driver.printer.JobTicket;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

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
  private final Function<String, Optional<Intent>> released;
  private final JobFollower follower;

  /// `released` tells under which paid intent an execution may print.
  PrintStep(
      House house,
      Visits visits,
      EffectLedger ledger,
      Function<String, Optional<Intent>> released) {
    this.house = house;
    this.visits = visits;
    this.ledger = ledger;
    this.released = released;
    this.follower = new JobFollower(house.printer());
  }

  @Override
  public String type() {
    return PrintJourney.PRINT;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    Optional<Intent> paid = released.apply(run.executionId());
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
    return signal.name().equals(Signal.WAKE) ? begin(run) : StepOutcome.waiting();
  }

  static String key(String executionId) {
    return executionId + "/print/0";
  }

  /// Nothing has printed yet, whatever has happened.
  private StepOutcome prepare(Effect effect, Intent paid, StepRun run) {
    Optional<Visit> visit = visits.find(run.executionId());
    Optional<Quote> quote =
        visit
            .filter(v -> !v.isEnding() && !v.patience().over(0))
            .flatMap(v -> asPaid(v, paid, run.context()));
    if (visit.isEmpty() || quote.isEmpty()) {
      return notPrinted(effect, 0, visit);
    }
    visit.get().session().tryMove(SessionState.PRINTING, house.clock().instant());
    visit.get().printJob(effect.outsideName());
    tell(visit.get(), PrintStage.QUEUED, 0, List.of());
    Optional<String> closed = closed();
    if (closed.isPresent()) {
      // A job that was never released is known not to be on paper.
      return notReady(visit.get(), closed.get());
    }
    Answer<JobRef> ready =
        house.printer().holdsJobs()
            ? filledJob(effect, visit.get(), quote.get())
            : emptyJob(effect, quote.get());
    return switch (ready) {
      case Answer.Got<JobRef>(JobRef job) -> commit(effect, job, visit, quote.get());
      case Answer.Refused<JobRef>(String code, _) ->
          COMPOSING.contains(code) && !visit.get().composesAgain()
              ? notPrinted(effect, 0, visit)
              : notReady(visit.get(), code);
      case Answer.Silent<JobRef> _ -> notReady(visit.get(), "PRINTER_UNREACHABLE");
    };
  }

  private Optional<String> closed() {
    if (!house.lane().isOpen()) {
      return Optional.of(Destroyed.SPOOL);
    }
    return house.printer().status().state() == PrinterStatus.State.UNREACHABLE
        ? Optional.of("PRINTER_UNREACHABLE")
        : Optional.empty();
  }

  private Answer<JobRef> filledJob(Effect effect, Visit visit, Quote quote) {
    PrinterDriver printer = house.printer();
    return switch (printer.find(effect.outsideName())) {
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> known)
          when known.isPresent() && known.get().documents() == 1 ->
          new Answer.Got<>(known.get().job());
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> known) -> {
        if (known.isPresent()
            && !(printer.purge(known.get().job()) instanceof Answer.Got<PrinterDriver.Purge>)) {
          yield new Answer.Silent<>("an empty job of this name cannot be purged");
        }
        JobTicket ticket =
            new JobTicket(effect.outsideName(), quote.plan().paper(), quote.plan().sides());
        Answer<JobRef> created = printer.create(ticket);
        yield created instanceof Answer.Got<JobRef>(JobRef job)
            ? new Delivery(house, visit.worker(), quote.plan()).deliver(job)
            : created;
      }
      case Answer.Refused<Optional<JobReport>>(String code, int status) ->
          new Answer.Refused<>(code, status);
      case Answer.Silent<Optional<JobReport>>(String why) -> new Answer.Silent<>(why);
    };
  }

  /// A job that ended badly, at a printer that does not say whether it had a document, tells nothing.
  private static boolean tells(JobReport job) {
    return job.documents() != JobReport.UNKNOWN
        || !job.state().terminal()
        || job.state() == JobReport.State.COMPLETED;
  }

  /// A job without its document, which waits because it has none.
  private Answer<JobRef> emptyJob(Effect effect, Quote quote) {
    return switch (house.printer().find(effect.outsideName())) {
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> known)
          when known.filter(job -> !job.state().terminal()).isPresent() ->
          new Answer.Got<>(known.get().job());
      case Answer.Got<Optional<JobReport>> _ ->
          house
              .printer()
              .create(
                  new JobTicket(
                      effect.outsideName(), quote.plan().paper(), quote.plan().sides()));
      case Answer.Refused<Optional<JobReport>>(String code, int status) ->
          new Answer.Refused<>(code, status);
      case Answer.Silent<Optional<JobReport>>(String why) -> new Answer.Silent<>(why);
    };
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

  private StepOutcome commit(
      Effect effect, JobRef job, Optional<Visit> visit, Quote quote) {
    Effect prepared =
        effect.state() == EffectState.PREPARED
            ? effect
            : ledger.move(effect, EffectState.PREPARED, Integer.toString(job.id()), Facts.NONE);
    Effect committing =
        ledger.move(prepared, EffectState.COMMITTING, Integer.toString(job.id()), Facts.NONE);
    return house.printer().holdsJobs() || visit.isEmpty()
        ? finish(committing, job, visit)
        : send(committing, job, visit.get(), quote);
  }

  /// Where the document is the word: it is given now. What did not get there is seen by the job's
  /// having no document, which the next look does.
  private StepOutcome send(Effect committing, JobRef job, Visit visit, Quote quote) {
    return switch (new Delivery(house, visit.worker(), quote.plan()).deliver(job)) {
      case Answer.Got<JobRef> _ -> finish(committing, job, Optional.of(visit));
      case Answer.Refused<JobRef>(String code, _) ->
          COMPOSING.contains(code) && !visit.composesAgain()
              ? notPrinted(committing, 0, Optional.of(visit))
              : notReady(visit, code);
      case Answer.Silent<JobRef> _ -> notReady(visit, "PRINTER_UNREACHABLE");
    };
  }

  /// A job that never had its document is known not to be on paper: it is tried again while its
  /// customer's documents live.
  private StepOutcome sendAgain(Effect committing, Intent paid, StepRun run) {
    Optional<Visit> visit = visits.find(run.executionId());
    Optional<Quote> quote =
        visit
            .filter(v -> !v.isEnding() && !v.patience().over(0))
            .flatMap(v -> asPaid(v, paid, run.context()));
    if (visit.isEmpty() || quote.isEmpty()) {
      return notPrinted(committing, 0, visit);
    }
    return switch (emptyJob(committing, quote.get())) {
      case Answer.Got<JobRef>(JobRef job) -> send(committing, job, visit.get(), quote.get());
      case Answer.Refused<JobRef>(String code, _) -> notReady(visit.get(), code);
      case Answer.Silent<JobRef> _ -> notReady(visit.get(), "PRINTER_UNREACHABLE");
    };
  }

  /// After a crash behind the word: the queue says what became of it. A queue that says nothing for
  /// long leaves it to a person.
  private StepOutcome resolve(Effect effect, Intent paid, StepRun run) {
    Optional<Visit> visit = visits.find(run.executionId());
    return switch (house.printer().find(effect.outsideName())) {
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> job)
          when job.filter(known -> known.documents() == 0).isPresent()
              && !house.printer().holdsJobs() ->
          sendAgain(effect, paid, run);
      case Answer.Got<Optional<JobReport>>(Optional<JobReport> job)
          when job.filter(PrintStep::tells).isPresent() ->
          finish(effect, job.get().job(), visit);
      case Answer.Got<Optional<JobReport>> _ -> doubt(effect, visit);
      case Answer.Refused<Optional<JobReport>> _, Answer.Silent<Optional<JobReport>> _ ->
          house.clock().instant().isAfter(paid.expiresAt().plus(house.rules().printHold()))
              ? doubt(effect, visit)
              : lookAgain();
    };
  }

  private StepOutcome finish(Effect effect, JobRef job, Optional<Visit> visit) {
    int of =
        visit.flatMap(Visit::quote).map(quote -> quote.plan().printedSides()).orElse(0);
    Patience patience =
        visit.map(Visit::patience)
            .orElseGet(() -> new Patience(house.rules().printHold(), house.clock()));
    JobFollower.End end =
        follower.releaseAndFollow(job, (sides, reasons) -> {
          visit.ifPresent(v -> told(v, sides, reasons));
          return !patience.over(sides) && visit.filter(Visit::isWithdrawn).isEmpty();
        });
    return switch (end) {
      case JobFollower.End.Printed(int sides) -> {
        ledger.move(effect, EffectState.DONE, ref(effect), Facts.of("sides", Math.max(sides, of)));
        visit.ifPresent(v -> printed(v, of));
        yield StepOutcome.done();
      }
      case JobFollower.End.NotPrinted(int sides) -> notPrinted(effect, sides, visit);
      case JobFollower.End.Lost() -> doubt(effect, visit);
    };
  }

  private StepOutcome notPrinted(Effect effect, int sides, Optional<Visit> visit) {
    ledger.move(effect, EffectState.ABORTED, ref(effect), Facts.of("sides", sides));
    visit.ifPresent(v -> tell(v, PrintStage.FAILED, sides, List.of()));
    return new StepOutcome.Failed(PrintJourney.PAID_NOT_PRINTED);
  }

  private StepOutcome doubt(Effect effect, Optional<Visit> visit) {
    ledger.move(effect, EffectState.IN_DOUBT, ref(effect), Facts.NONE);
    visit.ifPresent(v -> tell(v, PrintStage.UNKNOWN, 0, List.of()));
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
    visit.printing(new AgentMessage.Progress(stage, Math.min(sides, of), of, reasons));
  }

  private static String ref(Effect effect) {
    String ref = effect.externalRef();
    return ref == null ? "" : ref;
  }
}
