// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Refunds.Leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of customers whose documents are gone: destroying documents is always allowed, losing
/// the claim never is (decision 2). Each is settled once, in one unit of work with what that means.
public final class Claims {
  private final Books books;
  private final Rows rows;
  private final Refunds refunds;
  private final String gateway;

  /// `gateway` is the provider that gives money back by itself, or empty text.
  public Claims(Books books, Rows rows, Refunds refunds, String gateway) {
    this.books = books;
    this.rows = rows;
    this.refunds = refunds;
    this.gateway = gateway;
  }

  /// Open claims, oldest first.
  public List<Open> open() {
    return books
        .unitOfWork()
        .call(Durability.STEP, () -> rows.open().stream().map(this::open).toList());
  }

  private Open open(Claim claim) {
    Paise all = total(legs(claim, claim.amount()));
    Paise part =
        claim.unprinted().map(amount -> total(legs(claim, amount))).orElse(Paise.ZERO);
    return new Open(claim, all, part);
  }

  /// Settles a claim as the person wishes, who saw exactly that amount on the screen. A refusal names
  /// the code (`CLAIM_UNKNOWN`, `AMOUNT_CHANGED`, `REFUND_BY_HAND`).
  public Settled settle(Wish wish) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      rows.lock(wish.claimId());
      Optional<Claim> found =
          rows.open().stream().filter(open -> open.id().equals(wish.claimId())).findFirst();
      if (found.isEmpty()) {
        return new Settled.Refused("CLAIM_UNKNOWN");
      }
      Claim claim = found.get();
      if (!claim.share(wish.share()).equals(Optional.of(wish.seen()))) {
        return new Settled.Refused("AMOUNT_CHANGED");
      }
      return settle(claim, wish);
    });
  }

  private Settled settle(Claim claim, Wish wish) {
    List<Leg> legs =
        wish.how() == Settlement.REFUNDED ? legs(claim, wish.seen()) : List.of();
    if (wish.how() == Settlement.REFUNDED && legs.isEmpty()) {
      return new Settled.Refused("REFUND_BY_HAND");
    }
    Paise byHand =
        wish.how() == Settlement.PRINTED ? Paise.ZERO : wish.seen().without(total(legs));
    rows.settle(wish, byHand);
    refunds.order(claim.id(), legs, wish.actor());
    append(claim, wish);
    return new Settled.Done(byHand);
  }

  /// What the gateway can give back of a claim, payment by payment.
  private List<Leg> legs(Claim claim, Paise wanted) {
    List<Leg> legs = new ArrayList<>();
    Paise rest = wanted;
    for (Source source : rows.sources(claim.id())) {
      PaymentFact fact = source.payment().fact();
      boolean can =
          fact.provider().equals(gateway)
              && fact.live() == books.live()
              && source.payment().intentId() != null
              && source.payment().flag() != Flag.PAYMENT_CONFLICT;
      Paise part =
          can ? rest.min(source.most()).min(refunds.left(source.payment())) : Paise.ZERO;
      if (part.compareTo(Refunds.LEAST) >= 0) {
        legs.add(new Leg(source.payment(), part));
        rest = rest.without(part);
      }
    }
    return legs;
  }

  private static Paise total(List<Leg> legs) {
    return legs.stream().map(Leg::amount).reduce(Paise.ZERO, Paise::plus);
  }

  private void append(Claim claim, Wish wish) {
    String type =
        switch (wish.how()) {
          case RETURNED -> "PaymentReturned";
          case REFUNDED -> "RefundAsked";
          case PRINTED -> "PrintConfirmed";
        };
    books
        .events()
        .append(
            new EventLog.Event(
                "claim",
                claim.id(),
                type,
                Map.of("paise", wish.seen().value(), "share", wish.share().name()),
                wish.actor(),
                claim.executionId()));
  }

  /// An open claim: how much of it the gateway can give back by itself, and how much of the share
  /// that was never printed.
  public record Open(Claim claim, Paise byGateway, Paise partByGateway) {}

  /// How a person wants a claim settled: `seen` is the amount that was on the screen.
  public record Wish(
      String claimId, Settlement how, Claim.Share share, Paise seen, String actor) {}

  /// What came of it: done, with so much to be given by hand, or refused.
  public sealed interface Settled {
    record Done(Paise byHand) implements Settled {}

    record Refused(String code) implements Settled {}
  }

  /// A payment that a claim stems from, and the `most` of it that the claim may take.
  public record Source(Booked payment, Paise most) {}

  /// The rows behind the claims. Every call joins the running unit of work.
  public interface Rows {
    List<Claim> open();

    /// Keeps everybody else from settling this claim until the unit of work ends.
    void lock(String claimId);

    /// Where the money of a claim came from.
    List<Source> sources(String claimId);

    /// Notes that a claim is settled, `byHand` of it by hand.
    void settle(Wish wish, Paise byHand);
  }
}
