// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;

import java.util.List;

/// What the people of the shop see of the live journeys and may do about them. Observers are called
/// on the agent's threads.
public interface Desk {
  /// The kiosk's QR; its page is empty text while the shop is closed.
  Observable<KioskTicket> ticket();

  /// Whether the shop's printer keeps what it prints, which customers are told beforehand.
  boolean keepsCopies();

  /// Claimed sessions, oldest first.
  Observable<List<SessionTile>> sessions();

  Observable<ShopStatus> status();

  /// Takes cash: `amount` is what the person saw on the screen and must still be what is due.
  Answer confirmCash(String sessionId, Paise amount, String actor);

  /// Takes the word of a person who sees `amount` in the shop's own bank app, with the UPI reference
  /// `utr`: its last 4 digits, or all 12 where they are asked for.
  Answer confirmUpi(String sessionId, Paise amount, String utr, String actor);

  /// Takes the word of a person who sees a customer's payment in the gateway's own app, or the bank's,
  /// while the gateway does not answer this program; `utr` has all 12 digits.
  Answer mark(String sessionId, Paise amount, String utr, String actor);

  /// Lets a session print for money that is held: late, too much, or too little and the rest is in
  /// hand. `reason` is the person's own line, 1 to 80 characters, for the books.
  Answer accept(String sessionId, String reason, String actor);

  /// Lets a session pay with a customer's credit, whose code the person has typed.
  Answer useCredit(String sessionId, String brief, String actor);

  /// Who is about to pay by UPI, in the order in which the kiosk shows their codes.
  Observable<List<PaymentTile>> payments();

  /// Ends a session that is not printed and destroys its data. What it had paid becomes a claim.
  Answer cancel(String sessionId, String actor);

  /// A person has looked at what keeps the shop closed. Refused with the code of what cannot be erased
  /// yet.
  Answer reopen(String actor);

  /// What the shop owes customers whose sessions are over.
  Owed owed();

  /// What came of an action: done, or refused with a code (`SESSION_UNKNOWN`, `AMOUNT_CHANGED`,
  /// `NOT_AWAITING_PAYMENT`, `UTR_WHOLE_NEEDED`, `REASON_NEEDED`, `ALREADY_PRINTED` …).
  sealed interface Answer {
    record Done() implements Answer {}

    record Refused(String code) implements Answer {}
  }
}
