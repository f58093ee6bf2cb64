// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The credits: every paid print has the code of one, which is worth something once the print has
/// failed and nobody gave the money back.
public final class Credits {
  private final Books books;
  private final Rows rows;
  private final byte[] key;
  private final Duration validity;

  /// `key` makes the codes (32 bytes); `validity` is how long a credit can be used.
  public Credits(Books books, Rows rows, byte[] key, Duration validity) {
    this.books = books;
    this.rows = rows;
    this.key = key.clone();
    this.validity = validity;
  }

  /// The code of what a claim is worth; for a paid print, of the claim that it may become.
  public CreditCode code(String claimId) {
    return CreditCode.of(claimId, key);
  }

  /// Until when a code that is made now can be used.
  public Instant until() {
    return books.clock().instant().plus(validity);
  }

  /// The credit of a code, locked until the unit of work ends.
  Optional<Credit> find(CreditCode code) {
    return rows.byHash(code.hash());
  }

  /// The credit of a code as somebody typed it; none where two have the same.
  Optional<Credit> find(String brief) {
    return CreditCode.briefHash(brief).flatMap(rows::byBrief);
  }

  Optional<Credit> of(String claimId) {
    return rows.of(claimId);
  }

  /// Makes a code known. Joins the running unit of work.
  void promise(String claimId) {
    if (rows.of(claimId).isEmpty()) {
      CreditCode code = code(claimId);
      String brief = CreditCode.briefHash(code.brief()).orElseThrow();
      rows.insert(claimId, code.hash(), brief, until());
    }
  }

  /// A claim becomes a credit of so much. Joins the running unit of work.
  void give(String claimId, Paise amount, String actor) {
    promise(claimId);
    rows.give(claimId, amount, books.clock().instant(), until());
    append(claimId, "CreditGiven", amount, actor);
  }

  /// Whether a payment under way wants something of it. Joins the running unit of work.
  boolean isReserved(String claimId) {
    return rows.of(claimId).filter(Credit::isReserved).isPresent();
  }

  /// Pays with it; false where there is not so much. Joins the running unit of work.
  boolean take(Credit.Use use) {
    boolean there = rows.take(use.claimId(), use.amount());
    if (there) {
      append(use.claimId(), "CreditUsed", use.amount(), use.actor());
    }
    return there;
  }

  /// Money of this payment went back outside: a credit that was given for it is worth less. Joins the
  /// running unit of work.
  void lose(Booked payment, Paise amount) {
    PaymentFact fact = payment.fact();
    Paise lost = lose(fact.provider() + ":" + fact.paymentId(), amount);
    Optional.ofNullable(payment.intentId())
        .flatMap(books.ledger()::find)
        .ifPresent(intent -> lose(intent.executionId(), amount.without(lost)));
  }

  /// So much of it is worth nothing any more, as far as it is not used. Answers how much that was.
  private Paise lose(String claimId, Paise amount) {
    Paise lost = rows.of(claimId).map(Credit::left).orElse(Paise.ZERO).min(amount);
    if (!lost.equals(Paise.ZERO) && rows.take(claimId, lost)) {
      append(claimId, "CreditLost", lost, "gateway");
    }
    return lost;
  }

  private void append(String claimId, String type, Paise amount, String actor) {
    books
        .events()
        .append(
            new EventLog.Event(
                "credit", claimId, type, Map.of("paise", amount.value()), actor, ""));
  }

  /// The rows behind the credits. Every call joins the running unit of work; what is read is locked
  /// until that ends.
  public interface Rows {
    Optional<Credit> byHash(String hash);

    Optional<Credit> byBrief(String briefHash);

    Optional<Credit> of(String claimId);

    void insert(String claimId, String hash, String briefHash, Instant until);

    void give(String claimId, Paise amount, Instant now, Instant until);

    /// Compare and set: false where less is left.
    boolean take(String claimId, Paise amount);
  }
}
