// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppValue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what an IPP printer or queue can do (RFC 8011 5.4, PWG 5100.13).
final class IppCapabilities {
  /// What is asked for.
  static final IppAttribute WANTED =
      IppAttribute.of(
          "requested-attributes",
          IppValue.keyword("printer-make-and-model"),
          IppValue.keyword("print-color-mode-supported"),
          IppValue.keyword("color-supported"),
          IppValue.keyword("sides-supported"),
          IppValue.keyword("media-supported"),
          IppValue.keyword("media-ready"),
          IppValue.keyword("document-format-supported"));

  private IppCapabilities() {}

  static Capabilities read(IppMessage.Group printer) {
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
