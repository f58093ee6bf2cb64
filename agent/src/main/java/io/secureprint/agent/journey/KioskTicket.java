// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.time.Instant;

/// What the kiosk's QR holds now: the page's address with the session's one-time key in its
/// fragment. A new one comes every 90 s and on each claim. While the shop is closed it is `#` alone.
public record KioskTicket(String address, Instant since) {
  /// The address without the key, for people to read.
  public String page() {
    return address.substring(0, address.indexOf('#'));
  }

  /// Hides the key, since records end in logs.
  @Override
  public String toString() {
    return "KioskTicket[" + page() + "]";
  }
}
