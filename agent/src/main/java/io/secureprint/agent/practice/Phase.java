// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.util.Locale;

/// The parts of a customer's way, as the customer with a watch would name them.
public enum Phase {
  /// From the scan to the shop's greeting.
  SESSION,
  /// From the first byte until every page is known.
  UPLOAD,
  /// From the wish to its price.
  OPTIONS,
  /// From the wish to pay until the shop has the money.
  PAYMENT,
  /// Until the last side is on paper.
  PRINTING,
  /// Until the receipt.
  CLEANUP;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
