// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Observable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The printers to choose from: those that were found, and those that a person names. Every call but
/// [#found] may take seconds.
public interface PrinterChoices {
  /// What there is so far.
  Observable<List<PrinterChoice>> found();

  /// Looks around for printers, and adds them to what was found.
  void look();

  /// The printer of a shop's settings as [PrinterChoice#settings] has them, whether it answers or
  /// not; empty where they name none.
  Optional<PrinterChoice> of(Map<String, String> settings);

  /// Takes a queue's name, a printer's address or a folder that a person typed, and adds it to what
  /// was found.
  Added add(String typed);

  /// Prints a test sheet, and waits for what came of it.
  Trial testSheet(PrinterChoice choice);

  /// What came of a typed printer; a refusal names its code.
  sealed interface Added {
    record Known(PrinterChoice choice) implements Added {}

    record Refused(String code) implements Added {}
  }

  /// What came of trying a printer.
  sealed interface Trial {
    /// The sheet came out, as far as the printer can tell.
    record SheetSent() implements Trial {}

    /// A code or a reason of the printer that people are told in words.
    record Refused(String code) implements Trial {}
  }
}
