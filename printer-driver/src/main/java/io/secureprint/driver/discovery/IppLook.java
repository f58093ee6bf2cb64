// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterFacts;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Looks at one IPP address.
record IppLook(IppClient client) {
  static final IppAttribute USER = IppAttribute.of("requesting-user-name", IppValue.name("sps"));
  private static final String QUEUES = "/printers/";
  private static final int UPGRADE_REQUIRED = 426;

  /// What a CUPS server has is a queue.
  static PrinterAddress address(URI printer) {
    String path = printer.getPath();
    return path.startsWith(QUEUES) && path.length() > QUEUES.length()
        ? new PrinterAddress.Cups(
            URI.create("http://" + printer.getHost() + ":" + printer.getPort()),
            path.substring(QUEUES.length()))
        : new PrinterAddress.Ipp(printer);
  }

  Seen at(URI printer) {
    IppAnswer answer =
        client.call(
            printer,
            IppOperation.GET_PRINTER_ATTRIBUTES,
            List.of(USER, PrinterFacts.WANTED),
            List.of());
    return switch (answer) {
      case IppAnswer.Ok(IppMessage message) ->
          new Seen.Printer(found(PrinterFacts.read(message.printer()), address(printer)));
      case IppAnswer.Refused _ -> new Seen.Other(FoundPrinter.NO_PRINTER);
      case IppAnswer.Foreign(int http) ->
          new Seen.Other(
              http == UPGRADE_REQUIRED ? FoundPrinter.ENCRYPTED : FoundPrinter.NO_PRINTER);
      case IppAnswer.Unreachable _ -> new Seen.Nobody();
    };
  }

  static FoundPrinter found(PrinterFacts facts, PrinterAddress address) {
    return new FoundPrinter(
        facts.name(), address, facts.state(), facts.capabilities(), problem(facts));
  }

  private static Optional<String> problem(PrinterFacts facts) {
    if (!facts.capabilities().pdf()) {
      return Optional.of(FoundPrinter.NO_PDF);
    }
    return facts.takesSteps() ? Optional.empty() : Optional.of(FoundPrinter.NO_STEPS);
  }

  /// What was there.
  sealed interface Seen {
    record Printer(FoundPrinter printer) implements Seen {}

    /// Somebody else, with a code.
    record Other(String code) implements Seen {}

    record Nobody() implements Seen {}
  }
}
