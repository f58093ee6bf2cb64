// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.time.Duration;
import java.util.List;

/// A payment gateway that the shop has an account with (`payments.md` 2). Its answers to our own
/// questions are the authority; its messages are doorbells, or proofs when their signature covers
/// them. Calls block for at most 10 s. Thread-safe.
public interface PaymentProvider extends AutoCloseable {
  /// Its name in the books, see [Providers].
  String name();

  /// Whether its money is real.
  boolean live();

  /// How far its clock is ahead of this PC's: none until it has answered, and none below a minute;
  /// below zero where it is behind.
  Duration ahead();

  /// Makes what the customer pays. Asked again for the same intent it answers with the same charge.
  ProviderAnswer<Charge> create(Charge.Wanted wanted);

  /// All payments for an object, whatever became of them.
  ProviderAnswer<List<PaymentFact>> pull(String objectId);

  /// Gives back a part of a payment, or all of it.
  ProviderAnswer<GivenBack> refund(GivenBack.Order order);

  /// Everything that went back of a payment or is on its way, whoever asked for it.
  ProviderAnswer<List<GivenBack>> refunds(String paymentId);

  /// Nobody is to pay for an object any more; best effort.
  void close(String objectId);

  /// Reads a message that came over the network, of up to 1 MiB: never throws.
  Message read(byte[] body, List<String> signatures);

  @Override
  void close();

  /// What a message is worth.
  sealed interface Message {
    /// It is not from the provider; the reason is for the log.
    record Forged(String why) implements Message {}

    /// Genuine; nothing in it is about money of ours.
    record Nothing() implements Message {}

    /// Genuine word of a payment.
    record Paid(PaymentFact fact) implements Message {}

    /// Genuine word of a bank that wants money back.
    record Disputed(Dispute dispute) implements Message {}
  }
}
