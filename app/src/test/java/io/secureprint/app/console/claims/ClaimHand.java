// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import io.secureprint.agent.journey.Owed;

/// A person who has held the button of the first claim until it was full.
public final class ClaimHand {
  private ClaimHand() {}

  public static void settle(ClaimsViewModel model, Owed.Way way) {
    model.onSettle(model.open().get().getFirst(), way);
  }
}
