// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.printing.PrinterChoices.Added;
import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;

final class NamedPrintersTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "' ShopLaser ', ShopLaser, cups, printer.queue, ShopLaser",
    "ipp://192.168.1.40/ipp/print, 192.168.1.40, ipp, printer.uri, ipp://192.168.1.40/ipp/print",
    "/srv/printed, PDF, folder, printer.folder, /srv/printed"
  })
  void whatAPersonTypesIsUnderstood(
      String typed, String name, String kind, String key, String value) {
    try (NamedPrinters printers = printers(NOBODY)) {
      PrinterChoice choice = ((Added.Known) printers.add(typed)).choice();
      assertThat(choice.name()).isEqualTo(name);
      assertThat(choice.settings())
          .containsEntry("printer.kind", kind)
          .containsEntry(key, value)
          .containsEntry("printer.keepsCopy", Boolean.toString(choice.keepsCopies()));
      assertThat(choice.keepsCopies()).isEqualTo(kind.equals("folder"));
      assertThat(printers.found().get()).hasSize(2).startsWith(choice);
      printers.add(typed);
      assertThat(printers.found().get()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "http://192.168.1.40/", "ipp:///x", "ipp://a b/", "a/b"})
  void whatIsNoPrinterIsRefused(String typed) {
    try (NamedPrinters printers = printers(NOBODY)) {
      assertThat(printers.add(typed)).isEqualTo(new Added.Refused("PRINTER_NOT_UNDERSTOOD"));
      assertThat(printers.found().get()).hasSize(1);
    }
  }

  @Test
  void aPrinterIsTriedWhereItIs() throws Exception {
    try (PrintHost host = PrintHost.start(folder.resolve("host"));
        NamedPrinters printers = printers(host.cups())) {
      assertThat(trial(printers, "ShopLaser")).isEqualTo(new Trial.Answers());
      assertThat(trial(printers, host.printer().toString())).isEqualTo(new Trial.Answers());
      assertThat(trial(printers, "NoSuchQueue")).isInstanceOf(Trial.Refused.class);
      assertThat(trial(printers, folder.resolve("printed").toString()))
          .isEqualTo(new Trial.Answers());
      host.killPrinter();
      assertThat(trial(printers, host.printer().toString()))
          .isEqualTo(new Trial.Refused("PRINTER_UNREACHABLE"));
    }
  }

  private static Trial trial(NamedPrinters printers, String typed) {
    return printers.testSheet(((Added.Known) printers.add(typed)).choice());
  }

  private NamedPrinters printers(URI cups) {
    return new NamedPrinters(cups, folder.resolve("pdf"));
  }
}
