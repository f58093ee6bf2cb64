// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The refunds through the gateway: each is on the disk before the gateway hears of it, and never
/// more goes back of a payment than came.
public final class Refunds {
  /// Razorpay gives no less than this back; less is given by hand.
  static final Paise LEAST = new Paise(100);
  /// How long one that is done stays in sight.
  private static final Duration SHOWN = Duration.ofDays(1);

  private final Books books;
  private final Rows rows;
  private final ChangedMoney changed;

  public Refunds(Books books, Rows rows, Credits credits) {
    this.books = books;
    this.rows = rows;
    this.changed = new ChangedMoney(books, credits);
  }

  /// Those under way, and those that were done lately; oldest first.
  public List<Shown> shown() {
    Instant since = books.clock().instant().minus(SHOWN);
    return books.unitOfWork().call(Durability.STEP, () -> rows.shown(since));
  }

  /// Those of a provider that have to be looked after now.
  List<Refund> due(String provider) {
    Instant now = books.clock().instant();
    return books.unitOfWork().call(Durability.STEP, () -> rows.due(provider, now));
  }

  /// How much of a payment its gateway could still give back. Joins the running unit of work.
  Paise left(Booked payment) {
    PaymentFact fact = payment.fact();
    return fact.amount()
        .without(payment.portions().outside())
        .without(rows.ordered(fact.provider(), fact.paymentId()));
  }

  /// Orders these parts of payments to go back. Joins the running unit of work.
  void order(String claimId, List<Leg> legs, String actor) {
    for (Leg leg : legs) {
      PaymentFact fact = leg.payment().fact();
      String intent = String.valueOf(leg.payment().intentId());
      Booked now = rows.locked(fact.provider(), fact.paymentId());
      if (left(now).compareTo(leg.amount()) < 0) {
        throw new IllegalStateException("more than came of " + fact.paymentId());
      }
      Refund refund = fresh(claimId, Refund.key(intent, rows.count(intent) + 1), leg);
      rows.insert(refund, intent);
      append(refund, "RefundOrdered", actor);
    }
  }

  private Refund fresh(String claimId, String key, Leg leg) {
    PaymentFact of = leg.payment().fact();
    Instant now = books.clock().instant();
    return new Refund(
        key, claimId, of.provider(), of.paymentId(), leg.amount(), Refund.State.DUE, 0, now, now,
        null);
  }

  /// It is about to be sent: from here on the gateway may know of it.
  void trying(Refund refund, Instant again) {
    books.unitOfWork().run(Durability.BARRIER, () -> rows.tried(refund.id(), again));
  }

  /// Nothing new: it is looked after again at `again`.
  void later(Refund refund, Instant again) {
    books.unitOfWork().run(Durability.STEP, () -> rows.later(refund.id(), again));
  }

  /// The gateway says where it stands; `code` is why it failed. `again` is when it is looked after
  /// next, if it is not over.
  void stands(Refund refund, Refund.State state, @Nullable String code, Instant again) {
    if (refund.state() == state) {
      later(refund, again);
      return;
    }
    Refund.State next = Refund.State.LIFECYCLE.move(refund.state(), state);
    books.unitOfWork().run(Durability.BARRIER, () -> {
      if (rows.move(refund, next, code, again)) {
        append(refund, event(next), refund.provider());
      }
    });
  }

  /// What the gateway gave back of this refund's payment without having been asked by us; a credit that
  /// was given for it is worth less.
  void foreign(Refund refund, List<GivenBack> all) {
    books.unitOfWork().run(Durability.BARRIER, () -> {
      Paise total = Paise.ZERO;
      for (GivenBack one : all) {
        String key = one.key();
        boolean ours = key != null && rows.known(key);
        total = ours || one.state() == Refund.State.FAILED ? total : total.plus(one.amount());
      }
      Booked payment = rows.locked(refund.provider(), refund.paymentId());
      Portions left = payment.portions().wentOutside(total);
      if (!left.equals(payment.portions())) {
        changed.book(
            payment,
            new Booked(
                payment.fact(),
                payment.intentId(),
                payment.disposition(),
                Flag.REFUNDED_OUTSIDE,
                left));
      }
    });
  }

  private static String event(Refund.State state) {
    return switch (state) {
      case DUE -> "RefundOrdered";
      case PENDING -> "RefundTaken";
      case PROCESSED -> "RefundProcessed";
      case FAILED -> "RefundFailed";
    };
  }

  private void append(Refund refund, String type, String actor) {
    Map<String, ?> payload =
        Map.of("paise", refund.amount().value(), "provider", refund.provider());
    books.events().append(new EventLog.Event("refund", refund.id(), type, payload, actor, ""));
  }

  /// A part of a payment that is to go back.
  record Leg(Booked payment, Paise amount) {}

  /// A refund, and the easy name of the session that it is for.
  public record Shown(Refund refund, String name) {}

  /// The rows behind the refunds. Every call joins the running unit of work.
  public interface Rows {
    void insert(Refund refund, String intentId);

    /// How many there are for an intent, whatever became of them.
    int count(String intentId);

    /// A payment as it is now, locked until the unit of work ends.
    Booked locked(String provider, String paymentId);

    /// How much of a payment is to go back, has gone, or may have: all but what failed.
    Paise ordered(String provider, String paymentId);

    /// Whether a refund of this id is ours.
    boolean known(String id);

    List<Refund> due(String provider, Instant now);

    /// Those that are not over, or were not at `since`.
    List<Shown> shown(Instant since);

    /// Counts a try.
    void tried(String id, Instant again);

    void later(String id, Instant again);

    /// Compare and set: false when it stands elsewhere by now.
    boolean move(Refund refund, Refund.State to, @Nullable String code, Instant again);
  }
}
