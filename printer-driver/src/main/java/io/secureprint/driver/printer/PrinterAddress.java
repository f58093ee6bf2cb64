// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import java.net.URI;
import java.nio.file.Path;

/// Where a printer is, and by which way sheets get there.
public sealed interface PrinterAddress {
  /// An IPP printer itself, `ipp://host/ipp/print`.
  record Ipp(URI printer) implements PrinterAddress {}

  /// A queue of a CUPS server, which is an HTTP address.
  record Cups(URI server, String queue) implements PrinterAddress {}

  /// A print service of this PC by its name, through javax.print.
  record Service(String name) implements PrinterAddress {}

  /// The virtual printer that writes PDFs into a folder.
  record Folder(Path folder) implements PrinterAddress {}
}
