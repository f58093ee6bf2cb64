// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows behind the money. Every call joins the running unit of work.
public interface Ledger {
  void insert(Intent intent);

  /// The newest intent of an execution, locked until the unit of work ends.
  Optional<Intent> newest(String executionId);

  Optional<Intent> find(String intentId);

  /// The intent for which a provider's object was made, locked until the unit of work ends.
  Optional<Intent> byObject(String provider, String objectId);

  /// Notes which object the provider made for an intent that had none.
  void name(String intentId, String objectId);

  /// Compare and set: false when the intent was not in `from` any more.
  boolean move(String intentId, IntentState from, IntentState to);

  Optional<Booked> payment(String provider, String paymentId);

  void insert(Booked payment);

  /// What has become of a payment that is in the books.
  void update(Booked payment);

  /// Takes a payment out of the books that was nobody's, since now it is known whose it is, or was a
  /// person's word alone, since now it is proven.
  void forget(Booked payment);

  /// A reference that a person of the shop typed whole has paid for an intent; that stays so, whatever
  /// becomes of the payment.
  void use(String reference, String intentId);

  /// Whether a reference has paid for anything, by whichever provider.
  boolean isUsed(String reference);

  /// The payment of an intent that a person has marked as come.
  Optional<Booked> marked(Intent intent);

  /// Payments of an execution that a person has to decide about, oldest first.
  List<Booked> held(String executionId);

  /// Lets the execution print, once: false when it was released before.
  boolean release(String executionId, String intentId);

  /// The paid intent under which an execution may print, locked until the unit of work ends.
  Optional<Intent> released(String executionId);

  /// Takes the release back. False where there is none, or the print is past the word.
  boolean revoke(String executionId);

  /// Whether a release was taken back.
  boolean revoked(String executionId);

  /// How much of a payment we have its provider give back, as far as the provider may have heard of
  /// it.
  Paise returning(String provider, String paymentId);

  /// So much of a payment has now gone back outside, as was seen just now.
  void wentOutside(Booked before, Portions left);

  /// Intents of a provider that had an object made after `since`, whatever became of them.
  List<Intent> since(String provider, Instant since);

  /// Amounts in paise that a provider's customers were asked for after `since`, or still are. Who asks
  /// is about to choose another: nobody else comes to know them before this unit of work has ended.
  Set<Long> amountsInTurn(String provider, Instant since);
}
