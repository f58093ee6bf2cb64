// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Brings refunds to the gateway and follows them to their end. What nobody answered is looked for
/// before it is sent again, with the same key and the same body; the rows are the truth, so that a
/// restart goes on where this one stopped. Thread-safe.
public final class RefundWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefundWorker.class);
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  /// The gateway has it, and banks take days.
  private static final Duration LONGEST_PENDING = Duration.ofHours(6);

  private final PaymentProvider provider;
  private final Refunds refunds;
  private final InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("refunds-", 0).factory());

  public RefundWorker(PaymentProvider provider, Refunds refunds, InstantSource clock) {
    this.provider = provider;
    this.refunds = refunds;
    this.clock = clock;
  }

  /// Looks after what is due, one at a time. Called every second.
  public void tick() {
    if (busy.compareAndSet(false, true)) {
      threads.execute(this::pass);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void pass() {
    try {
      refunds.due(provider.name()).forEach(this::look);
    } catch (RuntimeException e) {
      LOG.error("the refunds cannot be looked after", e);
    } finally {
      busy.set(false);
    }
  }

  private void look(Refund refund) {
    try {
      if (refund.state() == Refund.State.DUE && refund.tries() == 0) {
        send(refund);
      } else {
        verify(refund);
      }
    } catch (RuntimeException e) {
      LOG.error("refund {} stands still", refund.id(), e);
    }
  }

  /// Looks whether the gateway has it.
  private void verify(Refund refund) {
    switch (provider.refunds(refund.paymentId())) {
      case ProviderAnswer.Got<List<GivenBack>>(List<GivenBack> all) -> {
        Optional<GivenBack> ours = ours(refund, all);
        if (ours.isPresent()) {
          adopt(refund, ours.get());
        } else if (refund.state() == Refund.State.DUE) {
          send(refund);
        } else {
          LOG.error("{} does not know its own refund {}", provider.name(), refund.id());
          later(refund);
        }
      }
      case ProviderAnswer.Refused<List<GivenBack>> _,
          ProviderAnswer.Silent<List<GivenBack>> _ -> later(refund);
    }
  }

  private void send(Refund refund) {
    refunds.trying(refund, clock.instant().plus(pause(refund)));
    GivenBack.Order order =
        new GivenBack.Order(refund.id(), refund.paymentId(), refund.amount());
    switch (provider.refund(order)) {
      case ProviderAnswer.Got<GivenBack>(GivenBack given) -> adopt(refund, given);
      case ProviderAnswer.Refused<GivenBack>(String code) -> refused(refund, code);
      case ProviderAnswer.Silent<GivenBack>(String why, Optional<Duration> again) -> {
        LOG.warn("{} does not answer about refund {}: {}", provider.name(), refund.id(), why);
        again.ifPresent(
            wish ->
                refunds.later(
                    refund,
                    clock.instant().plus(wish.compareTo(pause(refund)) > 0 ? wish : pause(refund))));
      }
    }
  }

  /// An earlier try may have got there all the same: only a gateway that says it has no such refund
  /// has refused it.
  private void refused(Refund refund, String code) {
    boolean heard = !code.equals(ProviderAnswer.KEYS_WRONG);
    if (heard
        && provider.refunds(refund.paymentId())
            instanceof ProviderAnswer.Got<List<GivenBack>>(List<GivenBack> all)) {
      Optional<GivenBack> ours = ours(refund, all);
      if (ours.isPresent()) {
        adopt(refund, ours.get());
        return;
      }
      LOG.error("{} refuses refund {}: {}", provider.name(), refund.id(), code);
      refunds.foreign(refund, all);
      stands(refund, Refund.State.FAILED, "REFUND_REFUSED");
    }
  }

  private void adopt(Refund refund, GivenBack given) {
    boolean same =
        given.paymentId().equals(refund.paymentId()) && given.amount().equals(refund.amount());
    if (!same) {
      LOG.error("{} has another refund {} than was ordered", provider.name(), refund.id());
      later(refund);
      return;
    }
    stands(
        refund,
        given.state(),
        given.state() == Refund.State.FAILED ? "REFUND_FAILED" : null);
  }

  private void stands(Refund refund, Refund.State state, @Nullable String code) {
    refunds.stands(refund, state, code, clock.instant().plus(pause(refund)));
  }

  private void later(Refund refund) {
    refunds.later(refund, clock.instant().plus(pause(refund)));
  }

  private static Optional<GivenBack> ours(Refund refund, List<GivenBack> all) {
    return all.stream().filter(one -> refund.id().equals(one.key())).findFirst();
  }

  private Duration pause(Refund refund) {
    boolean taken = refund.state() == Refund.State.PENDING;
    Instant now = clock.instant();
    Duration age = Duration.between(refund.since(), now);
    Duration most = taken ? LONGEST_PENDING : LONGEST;
    Duration least = age.compareTo(SHORTEST) > 0 ? age : SHORTEST;
    return least.compareTo(most) > 0 ? most : least;
  }
}
