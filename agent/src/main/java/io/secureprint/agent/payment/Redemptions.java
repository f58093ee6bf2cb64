// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Instant;
import java.util.Optional;

/// Paying with a credit: what a code is worth, and reserving it for a payment. Whoever uses the code of
/// an open claim has chosen the credit: the claim is settled by that, and its money cannot go back any
/// other way.
public final class Redemptions {
  private final Books books;
  private final Claims claims;
  private final Credits credits;

  public Redemptions(Books books, Claims claims, Credits credits) {
    this.books = books;
    this.claims = claims;
    this.credits = credits;
  }

  /// What a customer's code is worth now.
  public Worth worth(CreditCode code) {
    return books
        .unitOfWork()
        .call(Durability.STEP, () -> credits.find(code).map(this::worth).orElse(UNKNOWN));
  }

  /// What a code that a person typed is worth now.
  public Worth worth(String brief) {
    return books
        .unitOfWork()
        .call(Durability.STEP, () -> credits.find(brief).map(this::worth).orElse(UNKNOWN));
  }

  private static final Worth UNKNOWN = new Worth.Nothing("CREDIT_UNKNOWN");

  private Worth worth(Credit credit) {
    if (books.clock().instant().isAfter(credit.until())) {
      return new Worth.Nothing("CREDIT_EXPIRED");
    }
    if (!credit.isGiven()) {
      return claims
          .find(credit.claimId())
          .map(claim -> ofClaim(claim, credit.until()))
          .orElse(new Worth.Nothing("CREDIT_VOID"));
    }
    if (credit.left().equals(Paise.ZERO)) {
      return new Worth.Nothing("CREDIT_USED");
    }
    return credit.free().equals(Paise.ZERO)
        ? new Worth.Nothing("CREDIT_IN_USE")
        : new Worth.Good(credit.claimId(), credit.free(), credit.until());
  }

  /// What nobody can tell of is for a person to decide; so is a job that did not end well though all of
  /// it came out.
  private static Worth ofClaim(Claim claim, Instant until) {
    boolean all = claim.paper().out() > 0 && claim.unprinted().isEmpty();
    return claim.paper().known() && !all
        ? new Worth.Good(claim.id(), claim.unprinted().orElse(claim.amount()), until)
        : new Worth.Nothing("CREDIT_IN_DOUBT");
  }

  /// Makes sure that a payment that is about to be awaited may have so much of a credit. The payment
  /// itself is the reservation. A refusal names its code. Joins the running unit of work.
  Optional<String> reserve(Credit.Use use) {
    claims.lock(use.claimId());
    Worth worth = credits.of(use.claimId()).map(this::worth).orElse(UNKNOWN);
    return switch (worth) {
      case Worth.Nothing(String code) -> Optional.of(code);
      case Worth.Good(_, Paise amount, _) when amount.compareTo(use.amount()) < 0 ->
          Optional.of("CREDIT_LESS");
      case Worth.Good _ -> {
        claims.find(use.claimId()).ifPresent(this::choose);
        yield Optional.empty();
      }
    };
  }

  private void choose(Claim claim) {
    Claim.Share share = claim.unprinted().isPresent() ? Claim.Share.UNPRINTED : Claim.Share.ALL;
    claims.settle(
        new Claims.Wish(
            claim.id(), Settlement.CREDIT, share, claim.share(share).orElseThrow(), "customer"));
  }

  /// What a code is worth.
  public sealed interface Worth {
    record Good(String claimId, Paise amount, Instant until) implements Worth {}

    /// Nothing; the code says why.
    record Nothing(String code) implements Worth {}
  }
}
