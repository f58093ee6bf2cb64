// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.printing.PrinterChoices.Added;
import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What an owner has to choose from, at a real CUPS with a real printer behind it.
final class FoundPrintersTest {
  @TempDir private static Path folder;
  @RegisterExtension
  private static final RealPrinters real = new RealPrinters(() -> folder);

  private PrintHost host;
  private FoundPrinters found;

  @BeforeEach
  void lookAround() {
    host = real.host();
    found =
        new FoundPrinters(
            real.printers(),
            real.testPrint(Clock.systemUTC()),
            new FoundPrinters.Place(
                host.cups(), InetAddress.getLoopbackAddress(), folder.resolve("pdf")));
  }

  @Test
  void aLookAroundFindsTheQueueOnceBesideTheFolder() {
    assertThat(found.found().get()).extracting(PrinterChoice::name).containsExactly("PDF");
    found.look();
    found.look();
    assertThat(found.found().get())
        .filteredOn(choice -> choice.settings().containsValue(PrintHost.QUEUE))
        .singleElement()
        .satisfies(
            choice ->
                assertThat(choice.settings())
                    .containsEntry("printer.kind", "cups")
                    .containsEntry("printer.keepsCopy", "false"));
  }

  @Test
  void aQueueAnAddressAndAFolderAreUnderstoodWhenTyped() {
    assertThat(typed(" " + PrintHost.QUEUE + " ").settings())
        .containsEntry("printer.kind", "cups")
        .containsEntry("printer.queue", PrintHost.QUEUE);
    assertThat(typed(host.printer().toString()).settings())
        .containsEntry("printer.kind", "ipp")
        .containsEntry("printer.uri", host.printer().toString());
    assertThat(typed("/srv/printed").settings())
        .containsEntry("printer.folder", "/srv/printed")
        .containsEntry("printer.keepsCopy", "true");
    int before = found.found().get().size();
    typed(PrintHost.QUEUE);
    assertThat(found.found().get()).hasSize(before);
  }

  @Test
  void whatIsNoPrinterIsRefusedWithItsCode() {
    assertThat(found.add("two words")).isEqualTo(new Added.Refused("ADDRESS_WRONG"));
    assertThat(found.add("ipp://127.0.0.1:9/ipp/print"))
        .isEqualTo(new Added.Refused("PRINTER_UNREACHABLE"));
    assertThat(found.found().get()).hasSize(1);
  }

  @Test
  void thePrinterOfTheSettingsIsThereEvenWhenItDoesNotAnswer() {
    Map<String, String> silent =
        Map.of("printer.kind", "ipp", "printer.uri", "ipp://127.0.0.1:9/ipp/print");
    assertThat(found.of(silent).orElseThrow().where()).isEqualTo("ipp://127.0.0.1:9/ipp/print");
    assertThat(found.of(Map.of("printer.kind", "cups", "printer.queue", ""))).isEmpty();
    assertThat(found.found().get()).hasSize(2);
  }

  @Test
  void aPrinterIsTriedWithATestSheet() throws IOException {
    int before = host.received().size();
    assertThat(found.testSheet(typed(PrintHost.QUEUE))).isEqualTo(new Trial.SheetSent());
    assertThat(host.received()).hasSize(before + 1);
    PrinterChoice silent =
        found
            .of(Map.of("printer.kind", "ipp", "printer.uri", "ipp://127.0.0.1:9/ipp/print"))
            .orElseThrow();
    assertThat(found.testSheet(silent)).isEqualTo(new Trial.Refused("PRINTER_UNREACHABLE"));
  }

  private PrinterChoice typed(String text) {
    return ((Added.Known) found.add(text)).choice();
  }
}
