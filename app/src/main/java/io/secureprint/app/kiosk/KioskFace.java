// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.journey.PaymentTile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What the kiosk's large side says.
sealed interface KioskFace {
  /// The agent is not ready yet.
  record Starting() implements KioskFace {}

  /// Anybody may scan.
  record Inviting(KioskTicket ticket) implements KioskFace {}

  /// Somebody is about to pay by UPI, and others after that from `turn` on; anybody may still scan.
  record Paying(
      PaymentTile payment, List<PaymentTile> others, Instant turn, KioskTicket ticket)
      implements KioskFace {
    public Paying {
      others = List.copyOf(others);
    }
  }

  /// No new customers: since when and why, where that is known.
  record OutOfService(@Nullable Instant since, @Nullable String code) implements KioskFace {}
}
