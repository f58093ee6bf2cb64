// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;
import java.util.Optional;

/// What the shop may owe a customer: what was paid for a print that did not end well, a payment that
/// was too much, too late or nobody's, or a refund that failed. `id` names it among all claims;
/// `executionId` is empty where it belongs to no session. `name` is the session's easy name, `code`
/// the reason.
public record Claim(
    String id,
    String executionId,
    String name,
    Paise amount,
    String code,
    Paper paper,
    Instant since) {

  /// How many printed sides came out, `of` how many; 0 where nobody knows. Where that is not `known` to
  /// be all, a person has to look.
  public record Paper(int out, int of, boolean known) {}

  /// What the sheets cost that never came out, rounded up to the paisa; empty where that is all of it,
  /// nothing, or unknown.
  public Optional<Paise> unprinted() {
    if (!paper.known() || paper.out() <= 0 || paper.out() >= paper.of()) {
      return Optional.empty();
    }
    long whole = Math.multiplyExact(amount.value(), (long) (paper.of() - paper.out()));
    return Optional.of(new Paise(Math.ceilDiv(whole, (long) paper.of())));
  }

  /// So much of it.
  public Optional<Paise> share(Share share) {
    return switch (share) {
      case ALL -> Optional.of(amount);
      case UNPRINTED -> unprinted();
    };
  }

  /// How much of a claim is settled; with it the whole claim is.
  public enum Share {
    ALL,
    /// The sheets that never came out; the others are paid for.
    UNPRINTED
  }
}
