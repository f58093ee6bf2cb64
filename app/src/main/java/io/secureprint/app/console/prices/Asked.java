// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

/// What came of the last wish to change the price list.
sealed interface Asked {
  record Nothing() implements Asked {}

  record Working() implements Asked {}

  record Published(int number) implements Asked {}

  record Refused(String code) implements Asked {}
}
