// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterStatus;

import java.util.Optional;

/// A printer that could be the shop's: what people call it, where it is, how it stands, and what it
/// can do. `problem` is a code for why it cannot be used as it is.
public record FoundPrinter(
    String name,
    PrinterAddress address,
    PrinterStatus.State state,
    Capabilities capabilities,
    Optional<String> problem) {
  /// Nothing answers at its address.
  public static final String UNREACHABLE = "PRINTER_UNREACHABLE";

  /// Something answers, and it is no printer.
  public static final String NO_PRINTER = "NOT_A_PRINTER";

  public static final String NO_PDF = "PDF_NOT_ACCEPTED";

  /// It takes a job in one go only, which cannot be held back until the payment is safe (RFC 8011
  /// 4.2.4 makes the steps optional).
  public static final String NO_STEPS = "PRINTER_TOO_SIMPLE";

  /// It speaks only through TLS, which we do not.
  public static final String ENCRYPTED = "PRINTER_ENCRYPTED";

  private static final int LONGEST_NAME = 127;

  public FoundPrinter {
    String shown = name.replaceAll("\\p{Cntrl}", " ").strip();
    name = shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
  }
}
