// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import java.util.Map;

/// A printer that a shop may choose. `name` and `where` are what a person knows it by, `settings` what
/// stands in the settings file when it is chosen.
///
/// @param keepsCopies whether it is its purpose to keep what is printed (decision 20)
public record PrinterChoice(
    String name, String where, boolean keepsCopies, Map<String, String> settings) {
  public PrinterChoice {
    settings = Map.copyOf(settings);
  }
}
