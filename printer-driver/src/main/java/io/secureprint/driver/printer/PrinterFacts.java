// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What an IPP printer or queue says of itself (RFC 8011 5.4, PWG 5100.13): the name of the queue or
/// device, what people call it, whether it takes jobs in the steps that we need, how it stands, and
/// what it can do.
public record PrinterFacts(
    String queue,
    String name,
    boolean takesSteps,
    PrinterStatus.State state,
    Capabilities capabilities) {
  /// What is asked for.
  public static final IppAttribute WANTED =
      IppAttribute.of(
          "requested-attributes",
          IppValue.keyword("printer-name"),
          IppValue.keyword("printer-info"),
          IppValue.keyword("printer-state"),
          IppValue.keyword("operations-supported"),
          IppValue.keyword("printer-make-and-model"),
          IppValue.keyword("print-color-mode-supported"),
          IppValue.keyword("color-supported"),
          IppValue.keyword("sides-supported"),
          IppValue.keyword("media-supported"),
          IppValue.keyword("media-ready"),
          IppValue.keyword("document-format-supported"));

  private static final List<Integer> STEPS =
      List.of(IppOperation.CREATE_JOB, IppOperation.SEND_DOCUMENT);

  /// Reads a group of printer attributes.
  public static PrinterFacts read(IppMessage.Group printer) {
    String queue = printer.text("printer-name").orElse("");
    return new PrinterFacts(
        queue,
        printer.text("printer-info").filter(info -> !info.isBlank()).orElse(queue),
        printer.numbers("operations-supported").containsAll(STEPS),
        state(printer),
        capabilities(printer));
  }

  static PrinterStatus.State state(IppMessage.Group printer) {
    return switch (printer.number("printer-state").orElse(3)) {
      case 4 -> PrinterStatus.State.PROCESSING;
      case 5 -> PrinterStatus.State.STOPPED;
      default -> PrinterStatus.State.IDLE;
    };
  }

  private static Capabilities capabilities(IppMessage.Group printer) {
    List<String> modes = printer.texts("print-color-mode-supported");
    Set<Paper> loaded = papers(printer.texts("media-ready"));
    Set<Paper> taken = papers(printer.texts("media-supported"));
    return new Capabilities(
        printer.text("printer-make-and-model").orElse(""),
        modes.isEmpty() ? printer.isTrue("color-supported") : modes.contains("color"),
        printer.texts("sides-supported").contains(Sides.TWO_LONG_EDGE.keyword()),
        taken.isEmpty() ? loaded : taken,
        loaded,
        printer.texts("document-format-supported").contains("application/pdf"));
  }

  private static Set<Paper> papers(List<String> media) {
    return Arrays.stream(Paper.values())
        .filter(paper -> media.contains(paper.media()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
