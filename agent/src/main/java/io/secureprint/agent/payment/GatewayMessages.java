// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// What a gateway says by itself (`payments.md` 8.4): it is on the disk before the gateway hears that it
/// came, and looked at after. A message only makes the next question come sooner, unless the gateway
/// does not answer. Thread-safe.
public final class GatewayMessages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayMessages.class);
  /// How long the facts of a message are kept. Its bytes never are.
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST_UNREAD = 1_000;
  /// How often what could not be told yet is looked at again, and for how long.
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final Duration OPEN = Duration.ofMinutes(3);
  private static final Duration TIDY = Duration.ofHours(1);

  private final GatewayWatch watch;
  private final Inbox inbox;
  private final Books books;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inbox-", 0).factory());
  private Instant looked = Instant.MIN;
  private Instant tidied = Instant.MIN;

  public GatewayMessages(GatewayWatch watch, Inbox inbox, Books books) {
    this.watch = watch;
    this.inbox = inbox;
    this.books = books;
  }

  /// Looks again at what nobody could tell yet, or a former run did not get to. Called every second.
  public synchronized void tick() {
    Instant now = books.clock().instant();
    if (now.isAfter(tidied.plus(TIDY))) {
      tidied = now;
      books.unitOfWork().run(Durability.STEP, () -> inbox.forget(now.minus(KEPT)));
    }
    if (now.isAfter(looked.plus(AGAIN))) {
      looked = now;
      books.unitOfWork()
          .call(Durability.STEP, () -> inbox.unread(watch.provider().name(), MOST_UNREAD))
          .forEach(this::look);
    }
  }

  /// True when it is genuine, and on the disk.
  public boolean heard(byte[] body, List<String> signatures) {
    PaymentProvider provider = watch.provider();
    return switch (provider.read(body, signatures)) {
      case PaymentProvider.Message.Forged(String why) -> {
        LOG.warn("a message that says it is from {} is refused: {}", provider.name(), why);
        yield false;
      }
      case PaymentProvider.Message.Nothing() -> true;
      case PaymentProvider.Message.Paid(PaymentFact fact) -> {
        received(new Inbox.Received(Sha256.hex(body), fact, books.clock().instant()));
        yield true;
      }
      case PaymentProvider.Message.Disputed(Dispute dispute) -> {
        disputed(dispute);
        yield true;
      }
    };
  }

  /// Banks that want money back of a customer's payment, as long as the shop can answer.
  public List<Dispute> disputes() {
    return books.unitOfWork()
        .call(
            Durability.STEP,
            () -> inbox.open(watch.provider().name(), books.clock().instant()));
  }

  private void received(Inbox.Received message) {
    if (books.unitOfWork().call(Durability.BARRIER, () -> inbox.insert(message))) {
      try {
        threads.execute(() -> look(message));
      } catch (RejectedExecutionException _) {
        LOG.info("a message came as the agent closes: the next start looks at it");
      }
    }
  }

  private void look(Inbox.Received message) {
    try {
      Cashier.Outcome outcome = watch.book(message.fact());
      if (outcome.kind() != Cashier.Kind.ASK || isOver(message)) {
        books.unitOfWork()
            .run(Durability.STEP, () -> inbox.read(message, outcome.kind().name()));
      }
    } catch (RuntimeException e) {
      LOG.error("a message of {} is looked at again", message.fact().provider(), e);
    }
  }

  /// The payment is in the books, or a gateway that answers has not confirmed its own message.
  private boolean isOver(Inbox.Received message) {
    PaymentFact fact = message.fact();
    boolean booked =
        books.unitOfWork()
            .call(
                Durability.STEP,
                () -> books.ledger().payment(fact.provider(), fact.paymentId()))
            .isPresent();
    boolean late = books.clock().instant().isAfter(message.at().plus(OPEN));
    return booked || (late && !watch.unanswered());
  }

  private void disputed(Dispute dispute) {
    books.unitOfWork().run(Durability.BARRIER, () -> {
      if (inbox.put(dispute, books.clock().instant())) {
        books.events().append(
            new EventLog.Event(
                "payment",
                dispute.paymentId(),
                "PaymentDisputed",
                Map.of("paise", dispute.amount().value(), "state", dispute.state().name()),
                dispute.provider(),
                ""));
      }
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
