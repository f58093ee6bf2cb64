// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.PaymentFact.Evidence;

import java.time.Duration;
import java.util.Optional;

/// What a payment does: the invariants and the decision table of `payments.md` 8.2 and 8.3, as one
/// pure function.
final class ReleaseRules {
  /// A payment older than what it is for by more than this is somebody else's.
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private ReleaseRules() {}

  /// What is known when a fact is judged: the `intent` for which its object was made, whether its job was
  /// `released` to print already, the payment of the same id that is in the books, the one that a person
  /// has `marked` for that intent, how much of it we have the provider `returning`, and whether a signed
  /// message may do without a question, since the provider does not answer.
  record Known(
      Optional<Intent> intent,
      boolean released,
      Optional<Booked> before,
      Optional<Booked> marked,
      Paise returning,
      boolean live,
      boolean unanswered) {}

  static Ruling judge(Known known, PaymentFact fact) {
    if (!fact.evidence().proves()) {
      return new Ruling.Ask();
    }
    if (fact.evidence() == Evidence.WEBHOOK && !known.unanswered) {
      return new Ruling.Ask();
    }
    if (!fact.money().captured()) {
      // Not even when it says something else than before: words of the past come in any order.
      return new Ruling.Nothing("NOT_CAPTURED");
    }
    if (known.before.isPresent()) {
      return again(known.before.get(), known.returning, fact);
    }
    return known.intent
        .filter(intent -> ours(intent, known.live, fact))
        .map(intent -> proof(known, fact).orElseGet(() -> fresh(intent, known.released, fact)))
        .orElseGet(
            () ->
                new Ruling.Keep(
                    Disposition.QUARANTINED, Flag.PAYMENT_FOREIGN, Portions.owing(fact.amount())));
  }

  private static boolean ours(Intent intent, boolean live, PaymentFact fact) {
    return fact.provider().equals(intent.provider())
        && fact.live() == live
        && intent.live() == live
        && fact.money().currency().equals(PaymentFact.RUPEES)
        && !fact.at().isBefore(intent.createdAt().minus(OLDEST));
  }

  private static Ruling again(Booked before, Paise returning, PaymentFact fact) {
    if (!before.fact().agrees(fact)) {
      return before.flag() == Flag.PAYMENT_CONFLICT
          ? new Ruling.Nothing("ALREADY_KNOWN")
          : new Ruling.Change(before.disposition(), Flag.PAYMENT_CONFLICT, before.portions());
    }
    Paise refunded = fact.money().refunded();
    if (refunded.compareTo(before.fact().money().refunded()) <= 0) {
      return new Ruling.Nothing("ALREADY_KNOWN");
    }
    Portions left = before.portions().wentOutside(refunded.without(returning));
    return left.equals(before.portions())
        ? new Ruling.Note()
        : outside(before.disposition(), left, fact.amount());
  }

  /// Somebody else gave money back.
  private static Ruling outside(Disposition before, Portions left, Paise amount) {
    boolean all = left.outside().compareTo(amount) >= 0;
    return new Ruling.Change(all ? Disposition.REFUNDED : before, Flag.REFUNDED_OUTSIDE, left);
  }

  /// A charge is paid once: what its provider reports of it is the money that a person saw before.
  private static Optional<Ruling> proof(Known known, PaymentFact fact) {
    return known
        .marked
        .filter(mark -> fact.evidence() != Evidence.HUMAN)
        .filter(mark -> mark.fact().amount().equals(fact.amount()))
        .map(Ruling.Prove::new);
  }

  private static Ruling fresh(Intent intent, boolean released, PaymentFact fact) {
    Paise amount = fact.amount();
    Paise refunded = fact.money().refunded();
    if (!refunded.equals(Paise.ZERO)) {
      Portions left = Portions.owing(amount).wentOutside(refunded);
      boolean all = left.owed().equals(Paise.ZERO);
      return new Ruling.Keep(
          all ? Disposition.REFUNDED : Disposition.REFUND_DUE, Flag.REFUNDED_OUTSIDE, left);
    }
    if (released && intent.state() != IntentState.CANCELLED) {
      return kept(Disposition.REFUND_DUE, Flag.PAYMENT_DUPLICATE, amount);
    }
    return switch (intent.state()) {
      case PAID -> kept(Disposition.REFUND_DUE, Flag.PAYMENT_DUPLICATE, amount);
      case CANCELLED -> kept(Disposition.REFUND_DUE, Flag.PAID_AFTER_CANCEL, amount);
      case EXPIRED -> kept(Disposition.HELD, Flag.PAID_LATE, amount);
      case AWAITING -> awaited(intent, fact);
    };
  }

  private static Ruling awaited(Intent intent, PaymentFact fact) {
    int compared = fact.amount().compareTo(intent.expected());
    if (compared == 0) {
      return new Ruling.Release(
          fact.evidence() == Evidence.HUMAN ? Flag.CONFIRMED_BY_HAND : null);
    }
    return kept(
        Disposition.HELD, compared < 0 ? Flag.PAID_PARTIAL : Flag.PAID_OVER, fact.amount());
  }

  private static Ruling kept(Disposition disposition, Flag flag, Paise owed) {
    return new Ruling.Keep(disposition, flag, Portions.owing(owed));
  }
}
