// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.agent.kernel.Paise;

/// What came of the last thing that staff asked for.
sealed interface Asked {
  record Nothing() implements Asked {}

  record Working() implements Asked {}

  record CashTaken(Paise amount) implements Asked {}

  record CreditUsed() implements Asked {}

  record Cancelled() implements Asked {}

  record Refused(String code) implements Asked {}
}
