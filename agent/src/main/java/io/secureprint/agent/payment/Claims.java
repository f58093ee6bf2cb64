// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Refunds.Leg;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of customers whose documents are gone: destroying documents is always allowed, losing
/// the claim never is (decision 2). Each is settled once, in one unit of work with what that means.
public final class Claims {
  /// How the id of what is left of a credit begins; the rest is the claim that it was given for.
  public static final String CREDIT = "credit:";

  private final Books books;
  private final Rows rows;
  private final Refunds refunds;
  private final Credits credits;
  private final String gateway;

  /// `gateway` is the provider that gives money back by itself, or empty text.
  public Claims(Books books, Rows rows, Refunds refunds, Credits credits, String gateway) {
    this.books = books;
    this.rows = rows;
    this.refunds = refunds;
    this.credits = credits;
    this.gateway = gateway;
  }

  /// Open claims, oldest first.
  public List<Open> open() {
    return books
        .unitOfWork()
        .call(Durability.STEP, () -> rows.open().stream().map(this::open).toList());
  }

  /// What is left of a credit, as something that can be settled otherwise; empty where the code is
  /// none, is worth nothing, or pays for something just now.
  public Optional<Open> ofCredit(String brief) {
    return books
        .unitOfWork()
        .call(
            Durability.STEP,
            () ->
                credits
                    .find(brief)
                    .filter(credit -> !credit.isReserved())
                    .flatMap(this::claimed)
                    .map(this::open));
  }

  private Optional<Claim> claimed(Credit credit) {
    return credit.isGiven() ? find(CREDIT + credit.claimId()) : find(credit.claimId());
  }

  /// An open claim. Joins the running unit of work.
  Optional<Claim> find(String claimId) {
    return claimId.startsWith(CREDIT)
        ? rows.credit(claimId.substring(CREDIT.length()))
        : rows.find(claimId);
  }

  /// Keeps everybody else from settling it until the unit of work ends.
  void lock(String claimId) {
    rows.lock(claimId);
  }

  private Open open(Claim claim) {
    Paise all = total(legs(claim, claim.amount()));
    Paise part =
        claim.unprinted().map(amount -> total(legs(claim, amount))).orElse(Paise.ZERO);
    return new Open(claim, all, part);
  }

  /// Settles a claim as the person wishes, who saw exactly that amount on the screen. A refusal names
  /// the code (`CLAIM_UNKNOWN`, `CREDIT_IN_USE`, `AMOUNT_CHANGED`, `REFUND_BY_HAND`).
  public Settled settle(Wish wish) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      rows.lock(wish.claimId());
      if (credits.isReserved(origin(wish.claimId()))) {
        return new Settled.Refused("CREDIT_IN_USE");
      }
      Optional<Claim> found = find(wish.claimId());
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

  /// The customer pays with the code of an open claim, of which the rest is a credit from now on; `actor`
  /// is who typed the code. Joins the running unit of work.
  void choose(Claim claim, String actor) {
    Claim.Share share = claim.unprinted().isPresent() ? Claim.Share.UNPRINTED : Claim.Share.ALL;
    settle(
        claim,
        new Wish(claim.id(), Settlement.CREDIT, share, claim.share(share).orElseThrow(), actor));
  }

  private Settled settle(Claim claim, Wish wish) {
    List<Leg> legs =
        wish.how() == Settlement.REFUNDED ? legs(claim, wish.seen()) : List.of();
    if (wish.how() == Settlement.REFUNDED && legs.isEmpty()) {
      return new Settled.Refused("REFUND_BY_HAND");
    }
    if (wish.how() == Settlement.CREDIT && claim.id().startsWith(CREDIT)) {
      return new Settled.Refused("CLAIM_UNKNOWN");
    }
    boolean paidOut =
        wish.how() == Settlement.RETURNED || wish.how() == Settlement.REFUNDED;
    Paise byHand = paidOut ? wish.seen().without(total(legs)) : Paise.ZERO;
    rows.settle(wish, byHand);
    refunds.order(claim.id(), legs, wish.actor());
    append(claim, wish);
    if (wish.how() != Settlement.CREDIT) {
      return new Settled.Done(byHand);
    }
    credits.give(claim.id(), wish.seen(), wish.actor());
    return new Settled.Credited(credits.code(claim.id()).brief(), wish.seen());
  }

  /// What the gateway can give back of a claim, payment by payment.
  private List<Leg> legs(Claim claim, Paise wanted) {
    List<Leg> legs = new ArrayList<>();
    collect(origin(claim.id()), wanted, legs);
    return legs;
  }

  private static String origin(String claimId) {
    return claimId.startsWith(CREDIT) ? claimId.substring(CREDIT.length()) : claimId;
  }

  /// What was paid with a credit came by the payments behind that.
  private Paise collect(String claimId, Paise wanted, List<Leg> legs) {
    Paise rest = wanted;
    for (Source source : rows.sources(claimId)) {
      Paise most = rest.min(source.most());
      String credit = source.credit();
      if (credit != null) {
        rest = rest.without(most).plus(collect(credit, most, legs));
      } else {
        Paise part = refundable(source.payment()) ? most.min(left(source, legs)) : Paise.ZERO;
        if (part.compareTo(Refunds.LEAST) >= 0) {
          legs.add(new Leg(source.payment(), part));
          rest = rest.without(part);
        }
      }
    }
    return rest;
  }

  private boolean refundable(Booked payment) {
    return payment.fact().provider().equals(gateway)
        && payment.fact().evidence() != PaymentFact.Evidence.HUMAN
        && payment.fact().live() == books.live()
        && payment.intentId() != null
        && payment.flag() != Flag.PAYMENT_CONFLICT;
  }

  private Paise left(Source source, List<Leg> legs) {
    Paise taken =
        legs.stream()
            .filter(leg -> leg.payment().fact().equals(source.payment().fact()))
            .map(Leg::amount)
            .reduce(Paise.ZERO, Paise::plus);
    return refunds.left(source.payment()).without(taken);
  }

  private static Paise total(List<Leg> legs) {
    return legs.stream().map(Leg::amount).reduce(Paise.ZERO, Paise::plus);
  }

  private void append(Claim claim, Wish wish) {
    String type =
        switch (wish.how()) {
          case RETURNED -> "PaymentReturned";
          case REFUNDED -> "RefundAsked";
          case CREDIT -> "CreditChosen";
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

    /// It is a credit now, with this code for people to type.
    record Credited(String brief, Paise amount) implements Settled {}

    record Refused(String code) implements Settled {}
  }

  /// A payment that a claim stems from, and the `most` of it that the claim may take. `credit` is the
  /// claim behind it where it was paid with a credit.
  public record Source(Booked payment, Paise most, @Nullable String credit) {}

  /// The rows behind the claims. Every call joins the running unit of work.
  public interface Rows {
    List<Claim> open();

    /// One of these.
    Optional<Claim> find(String claimId);

    /// Keeps everybody else from settling this claim until the unit of work ends.
    void lock(String claimId);

    /// What is left of a credit that nobody is paying with, as a claim whose id begins with
    /// [Claims#CREDIT].
    Optional<Claim> credit(String claimId);

    /// Where the money of a claim came from.
    List<Source> sources(String claimId);

    /// Notes that a claim is settled, `byHand` of it by hand.
    void settle(Wish wish, Paise byHand);
  }
}
