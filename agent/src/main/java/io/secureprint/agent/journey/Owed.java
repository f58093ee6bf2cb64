// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;

import java.util.List;
import java.util.Optional;

/// What the shop owes customers whose sessions are over, and how its people settle that. Observers
/// are called on the agent's threads.
public interface Owed {
  /// What customers have paid and perhaps not got, until a person settles it; oldest first.
  Observable<List<ClaimTile>> claims();

  /// What is on its way back through the gateway, or was given to the bank lately; oldest first.
  Observable<List<RefundTile>> refunds();

  /// What a customer's credit is worth, whose code the person has typed, as something to settle; empty
  /// where there is none, or somebody is paying with it.
  Optional<ClaimTile> credit(String brief);

  /// Settles a claim once. `seen` is the amount that the person saw on the screen.
  Settled settle(String claimId, Way way, Paise seen, String actor);

  /// How a claim is settled.
  enum Way {
    /// The gateway gives all of it back, or as much as it can; the rest is given by hand.
    GATEWAY,
    /// The gateway gives back what the sheets cost that never came out.
    GATEWAY_PART,
    HAND,
    HAND_PART,
    /// The customer keeps it for another time.
    CREDIT,
    CREDIT_PART,
    /// A person has looked: the sheets are there.
    PRINTED
  }

  /// What came of it: done, with so much to be given by hand, or refused with a code
  /// (`CLAIM_UNKNOWN`, `AMOUNT_CHANGED`, `REFUND_BY_HAND`).
  sealed interface Settled {
    record Done(Paise byHand) implements Settled {}

    /// It is a credit now, whose code the customer is to write down.
    record Credited(String brief, Paise amount) implements Settled {}

    record Refused(String code) implements Settled {}
  }
}
