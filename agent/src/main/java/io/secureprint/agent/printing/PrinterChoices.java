// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Observable;

import java.util.List;

/// The printers to choose from: those that were found, and those that a person names.
public interface PrinterChoices extends AutoCloseable {
  /// What there is so far; it may grow while somebody looks.
  Observable<List<PrinterChoice>> found();

  /// Takes a name or an address that a person typed, and adds it to what was found.
  Added add(String typed);

  /// Tries a printer, which takes its time.
  Trial testSheet(PrinterChoice choice);

  @Override
  void close();

  /// What came of a typed printer; a refusal names its code (`PRINTER_NOT_UNDERSTOOD`).
  sealed interface Added {
    record Known(PrinterChoice choice) implements Added {}

    record Refused(String code) implements Added {}
  }

  /// What came of trying a printer.
  sealed interface Trial {
    /// A sheet is on its way to the tray.
    record SheetSent() implements Trial {}

    /// The printer answers; nothing was printed.
    record Answers() implements Trial {}

    /// A code or a reason of the printer that people are told in words.
    record Refused(String code) implements Trial {}
  }
}
