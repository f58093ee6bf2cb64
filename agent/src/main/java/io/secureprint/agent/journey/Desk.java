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

  /// Claimed sessions, oldest first.
  Observable<List<SessionTile>> sessions();

  Observable<ShopStatus> status();

  /// Takes cash: `amount` is what the person saw on the screen and must still be what is due.
  Answer confirmCash(String sessionId, Paise amount, String actor);

  /// Ends a session that is not paid and destroys its data.
  Answer cancel(String sessionId, String actor);

  /// What came of an action: done, or refused with a code (`SESSION_UNKNOWN`, `AMOUNT_CHANGED`,
  /// `NOT_AWAITING_PAYMENT`, `ALREADY_PAID` …).
  sealed interface Answer {
    record Done() implements Answer {}

    record Refused(String code) implements Answer {}
  }
}
