// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Asks a gateway about every charge that somebody may still pay, and books what it says. Messages
/// only make the next question come sooner, unless the gateway has not answered for half a minute.
/// Thread-safe.
public final class GatewayWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayWatch.class);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration UNMADE_LASTS = Duration.ofMinutes(2);
  private static final Duration LATEST = Duration.ofDays(5);

  private final PaymentProvider provider;
  private final Cashier cashier;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Consumer<Cashier.Outcome> moved;
  private final Map<String, Watched> charges = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gateway-", 0).factory());
  private volatile @Nullable Instant silentSince;
  private volatile @Nullable Instant unmade;
  private volatile boolean keysWrong;

  /// `moved` hears of all money that has come or is to be looked at.
  public GatewayWatch(
      PaymentProvider provider,
      Cashier cashier,
      Ledger ledger,
      UnitOfWork unitOfWork,
      InstantSource clock,
      Consumer<Cashier.Outcome> moved) {
    this.provider = provider;
    this.cashier = cashier;
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.moved = moved;
  }

  public PaymentProvider provider() {
    return provider;
  }

  /// Asks about everything that a former run left open, at once: before anything is taken for
  /// expired.
  public void resume() {
    Instant since = clock.instant().minus(LATEST);
    List<Intent> open =
        unitOfWork.call(Durability.STEP, () -> ledger.since(provider.name(), since));
    open.forEach(intent -> watch(intent, clock.instant()));
  }

  /// From now on this intent's charge is asked about.
  public void watch(Intent intent) {
    watch(intent, PollPlan.next(clock.instant(), intent.expiresAt(), clock.instant()).orElseThrow());
  }

  private void watch(Intent intent, Instant first) {
    String object = intent.objectId();
    if (object != null) {
      charges.put(object, new Watched(object, clock.instant(), intent.expiresAt(), first));
    }
  }

  /// Somebody says that something happened to this charge.
  public void ring(String objectId) {
    Watched watched = charges.get(objectId);
    if (watched != null) {
      watched.hurry(clock.instant());
    }
  }

  /// True when the gateway has been silent for so long that people should know.
  public boolean unanswered() {
    Instant since = silentSince;
    return since != null && since.plus(SILENCE).isBefore(clock.instant());
  }

  /// Asks for a charge; what comes of it tells how the gateway is.
  public ProviderAnswer<Charge> create(Charge.Wanted wanted) {
    ProviderAnswer<Charge> answer = provider.create(wanted);
    hear(answer);
    if (answer instanceof ProviderAnswer.Silent<Charge>) {
      unmade = clock.instant();
    }
    return answer;
  }

  /// Why customers cannot pay by it: the shop's keys, until it takes them again, or its silence.
  public Optional<String> trouble() {
    Instant failed = unmade;
    boolean lately = failed != null && failed.plus(UNMADE_LASTS).isAfter(clock.instant());
    return keysWrong
        ? Optional.of(ProviderAnswer.KEYS_WRONG)
        : unanswered() || lately ? Optional.of("GATEWAY_UNREACHABLE") : Optional.empty();
  }

  private void hear(ProviderAnswer<?> answer) {
    switch (answer) {
      case ProviderAnswer.Got<?> _ -> {
        keysWrong = false;
        silentSince = null;
        unmade = null;
      }
      case ProviderAnswer.Refused<?>(String code) ->
          keysWrong = keysWrong || code.equals(ProviderAnswer.KEYS_WRONG);
      case ProviderAnswer.Silent<?> _ -> {}
    }
  }

  /// A genuine message. False when it is not.
  public boolean heard(byte[] body, List<String> signatures) {
    return switch (provider.read(body, signatures)) {
      case PaymentProvider.Message.Forged(String why) -> {
        LOG.warn("a message that says it is from {} is refused: {}", provider.name(), why);
        yield false;
      }
      case PaymentProvider.Message.Nothing() -> true;
      case PaymentProvider.Message.Facts(List<PaymentFact> facts) -> {
        facts.forEach(this::book);
        yield true;
      }
    };
  }

  /// Asks what is due. Called every second.
  public void tick() {
    Instant now = clock.instant();
    for (Watched watched : charges.values()) {
      if (watched.begins(now)) {
        threads.execute(() -> ask(watched));
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    provider.close();
  }

  private void ask(Watched watched) {
    try {
      ProviderAnswer<List<PaymentFact>> answer = provider.pull(watched.object);
      hear(answer);
      switch (answer) {
        case ProviderAnswer.Got<List<PaymentFact>>(List<PaymentFact> facts) -> {
          facts.forEach(this::book);
          plan(watched);
        }
        case ProviderAnswer.Refused<List<PaymentFact>>(String code) -> {
          LOG.error("{} says {} about {}", provider.name(), code, watched.object);
          watched.later(clock.instant(), LONGEST_PAUSE);
        }
        case ProviderAnswer.Silent<List<PaymentFact>>(String why, Optional<Duration> again) ->
            silent(watched, why, again);
      }
    } catch (RuntimeException e) {
      LOG.error("what {} says of {} is not in the books", provider.name(), watched.object, e);
      watched.later(clock.instant(), LONGEST_PAUSE);
    }
  }

  private void silent(Watched watched, String why, Optional<Duration> again) {
    if (silentSince == null) {
      silentSince = clock.instant();
    }
    LOG.warn("{} does not answer: {}", provider.name(), why);
    watched.backOff(clock.instant(), again.orElse(Duration.ZERO));
  }

  private void plan(Watched watched) {
    Optional<Instant> next = PollPlan.next(watched.shown, watched.end, clock.instant());
    if (next.isPresent()) {
      watched.at(next.get());
    } else {
      charges.remove(watched.object);
    }
  }

  private void book(PaymentFact fact) {
    Cashier.Outcome outcome = cashier.book(fact, unanswered());
    switch (outcome.kind()) {
      case RELEASED, FLAGGED -> moved.accept(outcome);
      case ASK -> ring(fact.objectId());
      case NOTHING -> {}
    }
  }

  /// One charge: when it is asked about next, and never twice at once.
  private static final class Watched {
    private final String object;
    private final Instant shown;
    private final Instant end;
    private Instant due;
    private Instant asked = Instant.MIN;
    private Duration pause = LEAST_PAUSE;
    private boolean asking;

    Watched(String object, Instant shown, Instant end, Instant due) {
      this.object = object;
      this.shown = shown;
      this.end = end;
      this.due = due;
    }

    synchronized boolean begins(Instant now) {
      if (asking || now.isBefore(due)) {
        return false;
      }
      asking = true;
      asked = now;
      return true;
    }

    synchronized void at(Instant next) {
      boolean rung = due.isAfter(asked) && due.isBefore(next);
      due = rung ? due : next;
      pause = LEAST_PAUSE;
      asking = false;
    }

    synchronized void later(Instant now, Duration after) {
      due = now.plus(after);
      asking = false;
    }

    synchronized void backOff(Instant now, Duration wished) {
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      later(now, pause.compareTo(wished) > 0 ? pause : wished);
    }

    synchronized void hurry(Instant now) {
      Instant soonest = asked.equals(Instant.MIN) ? now : asked.plus(LEAST_PAUSE);
      Instant next = soonest.isAfter(now) ? soonest : now;
      due = next.isBefore(due) || asking ? next : due;
    }
  }
}
