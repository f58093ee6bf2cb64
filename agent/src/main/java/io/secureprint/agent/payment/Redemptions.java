// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Instant;
import java.util.Optional;

/// Paying with a credit: what a code is worth, reserving it for a payment, and taking it. Whoever pays
/// with the code of an open claim has chosen the credit: the claim is settled by that. While such a
/// payment is awaited the claim is open, and cannot be settled any other way.
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
          .map(claim -> free(credit, ofClaim(claim, credit.until())))
          .orElse(new Worth.Nothing("CREDIT_VOID"));
    }
    return credit.left().equals(Paise.ZERO)
        ? new Worth.Nothing("CREDIT_USED")
        : free(credit, new Worth.Good(credit.claimId(), credit.left(), credit.until()));
  }

  /// What payments under way leave of it.
  private static Worth free(Credit credit, Worth whole) {
    if (!(whole instanceof Worth.Good(String claimId, Paise amount, Instant until))) {
      return whole;
    }
    Paise free = amount.without(credit.reserved());
    return free.equals(Paise.ZERO)
        ? new Worth.Nothing("CREDIT_IN_USE")
        : new Worth.Good(claimId, free, until);
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
      case Worth.Good _ -> Optional.empty();
    };
  }

  /// Pays with a credit, of which what the customer was asked for until now has so much `reserved`; false
  /// where it is not there any more. Joins the running unit of work.
  boolean take(Credit.Use use, Paise reserved) {
    claims.lock(use.claimId());
    Optional<Credit> found = credits.of(use.claimId());
    if (found.isEmpty()) {
      return false;
    }
    Credit credit = found.get();
    Paise whole = whole(credit);
    Paise more = use.amount().without(reserved);
    if (whole.compareTo(use.amount()) < 0
        || whole.without(credit.reserved()).compareTo(more) < 0) {
      return false;
    }
    if (!credit.isGiven()) {
      claims.find(use.claimId()).ifPresent(claim -> claims.choose(claim, use.actor()));
    }
    return credits.take(use);
  }

  private Paise whole(Credit credit) {
    if (credit.isGiven()) {
      return credit.left();
    }
    return claims.find(credit.claimId()).map(claim -> ofClaim(claim, credit.until())).orElse(UNKNOWN)
            instanceof Worth.Good(_, Paise amount, _)
        ? amount
        : Paise.ZERO;
  }

  /// What a code is worth.
  public sealed interface Worth {
    record Good(String claimId, Paise amount, Instant until) implements Worth {}

    /// Nothing; the code says why.
    record Nothing(String code) implements Worth {}
  }
}
