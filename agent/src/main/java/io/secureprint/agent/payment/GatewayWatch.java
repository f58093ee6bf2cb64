// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Asks a gateway about every charge that somebody may still pay, and books what it says. Thread-safe.
public final class GatewayWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayWatch.class);
  /// Between the questions about what former runs have left.
  private static final Duration APART = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final int AT_ONCE = 8;
  private static final int MOST = 10_000;
  /// What no message can be trusted without a question beyond (`payments.md` 8.6).
  private static final Duration WRONG_TIME = Duration.ofMinutes(10);

  private final PaymentProvider provider;
  private final Cashier cashier;
  private final Books books;
  private final Clock clock;
  private final Consumer<Cashier.Outcome> moved;
  private final GatewayPulse pulse;
  private final PollPlan plan;
  private final Map<String, Watched> charges = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gateway-", 0).factory());

  /// `moved` hears of all money that has come or is to be looked at.
  public GatewayWatch(
      PaymentProvider provider, Cashier cashier, Books books, Consumer<Cashier.Outcome> moved) {
    this.provider = provider;
    this.cashier = cashier;
    this.books = books;
    this.clock = books.clock();
    this.moved = moved;
    this.pulse = new GatewayPulse(clock);
    this.plan = new PollPlan(books.ids());
  }

  public PaymentProvider provider() {
    return provider;
  }

  /// Takes up everything that a former run left open: first what is still awaited, at once and before
  /// anything is taken for expired, the rest one after the other.
  public void resume() {
    Instant now = clock.instant();
    List<Intent> open =
        books.unitOfWork().call(
            Durability.STEP, () -> books.ledger().since(provider.name(), now.minus(PollPlan.LATEST)));
    int late = 0;
    for (Intent intent : open) {
      boolean awaited = intent.state() == IntentState.AWAITING;
      watch(intent, awaited ? now : now.plus(APART.multipliedBy(++late)));
    }
  }

  /// Runs `then` when it is known whether money came for an execution that a former run left behind:
  /// the gateway is asked where it is awaited, and `then` waits for its answer, or its silence.
  public void afterAsking(String executionId, Runnable then) {
    Optional<Watched> asked =
        books.unitOfWork()
            .call(Durability.STEP, () -> books.ledger().newest(executionId))
            .filter(intent -> intent.state() == IntentState.AWAITING)
            .flatMap(intent -> Optional.ofNullable(intent.objectId()))
            .flatMap(object -> Optional.ofNullable(charges.get(object)))
            .filter(watched -> watched.begins(clock.instant()));
    if (asked.isEmpty()) {
      then.run();
      return;
    }
    threads.execute(() -> {
      ask(asked.get());
      inTheBooks(then);
    });
  }

  /// A database that is not to be had just now is waited for. What closes leaves it to the next start.
  private void inTheBooks(Runnable then) {
    try {
      while (!threads.isShutdown()) {
        try {
          then.run();
          return;
        } catch (UnitOfWork.Unavailable e) {
          LOG.warn("what a former run left waits for the database", e);
          Thread.sleep(AGAIN);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// From now on this intent's charge is asked about.
  public void watch(Intent intent) {
    Instant now = clock.instant();
    watch(intent, plan.next(now, intent.expiresAt(), now).orElseThrow());
  }

  private void watch(Intent intent, Instant first) {
    String object = intent.objectId();
    if (object != null) {
      charges.put(object, Watched.ours(object, clock.instant(), intent.expiresAt(), first));
    }
  }

  /// Somebody says that something happened to a charge. What is not watched may be nobody's.
  private void ring(PaymentFact fact) {
    Instant now = clock.instant();
    if (charges.size() < MOST) {
      charges.computeIfAbsent(fact.objectId(), object -> Watched.stray(object, now));
    }
    Watched watched = charges.get(fact.objectId());
    if (watched != null) {
      watched.hurry(now, fact.paymentId());
    }
  }

  /// True when the gateway has been silent for so long that people should know.
  public boolean unanswered() {
    return pulse.isSilent();
  }

  /// True when the shop's own account is the only one that knows whether money came: the gateway is
  /// silent, or does not take the shop's keys.
  public boolean tellsNothing() {
    return pulse.tellsNothing();
  }

  /// Whether the gateway was asked about a charge so long after its end that no money is on its way any
  /// more, and what it said is in the books; true for what nobody asks about.
  public boolean toldAfter(String objectId, Instant end) {
    Watched watched = charges.get(objectId);
    return watched == null || watched.isToldSince(end.plus(Cashier.GRACE));
  }

  /// Asks for a charge; what comes of it tells how the gateway is.
  public ProviderAnswer<Charge> create(Charge.Wanted wanted) {
    ProviderAnswer<Charge> answer = provider.create(wanted);
    pulse.answered(answer);
    if (answer instanceof ProviderAnswer.Silent<Charge>) {
      pulse.unmade();
    }
    return answer;
  }

  /// Why customers cannot pay by it.
  public Optional<String> trouble() {
    return pulse.trouble();
  }

  /// Asks what is due. Called every second.
  public void tick() {
    Instant now = clock.instant();
    for (Watched watched : charges.values()) {
      if (!room.tryAcquire()) {
        return;
      }
      if (watched.begins(now)) {
        threads.execute(() -> askInTurn(watched));
      } else {
        room.release();
      }
    }
  }

  private void askInTurn(Watched watched) {
    try {
      ask(watched);
    } finally {
      room.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    provider.close();
  }

  private void ask(Watched watched) {
    try {
      ProviderAnswer<List<PaymentFact>> answer = provider.pull(watched.object());
      pulse.answered(answer);
      switch (answer) {
        case ProviderAnswer.Got<List<PaymentFact>>(List<PaymentFact> facts) -> {
          // What went back already must not take the place of what is still there.
          facts.stream()
              .filter(watched::concerns)
              .sorted(Comparator.comparing(fact -> fact.money().refunded()))
              .forEach(this::book);
          plan(watched, watched::told);
        }
        case ProviderAnswer.Refused<List<PaymentFact>>(String code) -> {
          LOG.error("{} says {} about {}", provider.name(), code, watched.object());
          plan(watched, _ -> watched.muchLater(clock.instant()));
        }
        case ProviderAnswer.Silent<List<PaymentFact>>(String why, Optional<Duration> again) -> {
          LOG.warn("{} does not answer: {}", provider.name(), why);
          watched.backOff(clock.instant(), again.orElse(Duration.ZERO));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("what {} says of {} is not in the books", provider.name(), watched.object(), e);
      watched.muchLater(clock.instant());
    }
  }

  /// `again` hears when it would be asked about next, unless that is over.
  private void plan(Watched watched, Consumer<Instant> again) {
    plan.next(watched.shown(), watched.end(), clock.instant())
        .ifPresentOrElse(again, () -> charges.remove(watched.object(), watched));
  }

  /// Books what the gateway says, asked or by itself.
  Cashier.Outcome book(PaymentFact fact) {
    boolean inTime = provider.ahead().abs().compareTo(WRONG_TIME) <= 0;
    Cashier.Outcome outcome = cashier.book(fact, unanswered() && inTime);
    switch (outcome.kind()) {
      case RELEASED, FLAGGED -> moved.accept(outcome);
      case ASK -> ring(fact);
      case NOTHING -> {}
    }
    return outcome;
  }
}
