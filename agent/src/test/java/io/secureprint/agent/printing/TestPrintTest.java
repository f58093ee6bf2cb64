// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;
import io.secureprint.driver.sheet.TestSheet;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testprinter.PrintHost;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// The test sheet on real printers, by every way.
final class TestPrintTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Kolkata"));

  @TempDir private static Path folder;
  @RegisterExtension
  private static final RealPrinters real = new RealPrinters(() -> folder);

  private final PrintHost host = real.host();

  @AfterEach
  void takeOrdersBack() throws IOException {
    host.order("paper-out", false);
    host.order("abort", false);
    PrinterDriver device = real.printers().driver(new PrinterAddress.Ipp(host.printer()));
    await().atMost(LONG).until(() -> device.status().state() == PrinterStatus.State.IDLE);
  }

  @Test
  void itComesOutOfAPrinterItselfAsItWasDrawn() throws IOException {
    int before = host.received().size();
    assertThat(tested(new PrinterAddress.Ipp(host.printer()), LONG))
        .isEqualTo(new TestPrint.Ending.Printed());
    assertThat(host.received()).hasSize(before + 1);
    byte[] paper = Files.readAllBytes(host.received().getLast());
    assertThat(Drawn.text(paper)).contains("Laser in the hall");
    try (PDDocument drawn = TestSheet.draw(Paper.A4, "Laser in the hall", "")) {
      ByteArrayOutputStream wanted = new ByteArrayOutputStream();
      drawn.save(wanted);
      // All but the date.
      assertThat(Drawn.page(paper, 0, 600).distance(Drawn.page(wanted.toByteArray(), 0, 600)))
          .isLessThan(0.5);
    }
  }

  @Test
  void itComesOutOfAQueueAndIntoAFolder() throws IOException {
    int before = host.received().size();
    assertThat(tested(new PrinterAddress.Cups(host.cups(), PrintHost.QUEUE), LONG))
        .isEqualTo(new TestPrint.Ending.Printed());
    assertThat(host.received()).hasSize(before + 1);
    Path pdfs = folder.resolve("pdfs");
    assertThat(tested(new PrinterAddress.Folder(pdfs), LONG))
        .isEqualTo(new TestPrint.Ending.Printed());
    assertThat(pdfs).isDirectoryContaining("glob:**.pdf");
  }

  @Test
  void throughAPrintServiceAPersonLooks() throws IOException {
    int before = host.received().size();
    assertThat(tested(new PrinterAddress.Service(PrintHost.QUEUE), LONG))
        .isEqualTo(new TestPrint.Ending.Unknown(List.of()));
    await().atMost(LONG).until(() -> host.received().size() == before + 1);
  }

  @Test
  void aPrinterWithoutPaperThatKeepsTheJobMayStillPrintIt() throws IOException {
    host.order("paper-out", true);
    assertThat(tested(new PrinterAddress.Ipp(host.printer()), Duration.ofSeconds(5)))
        .isEqualTo(new TestPrint.Ending.Unknown(List.of("media-empty")));
  }

  @Test
  void aJobThatThePrinterAbortsIsNotPrinted() throws IOException {
    host.order("abort", true);
    assertThat(tested(new PrinterAddress.Cups(host.cups(), PrintHost.QUEUE), LONG))
        .isEqualTo(new TestPrint.Ending.NotPrinted("PRINTER_NOT_READY", List.of()));
  }

  @Test
  void aPrinterThatIsOffIsToldAtOnce() throws IOException {
    PrintHost.Added off = host.add("localhost", "Off", "-f", "application/pdf");
    off.kill();
    assertThat(tested(new PrinterAddress.Ipp(off.printer()), LONG))
        .isEqualTo(new TestPrint.Ending.NotPrinted("PRINTER_UNREACHABLE", List.of()));
  }

  private static TestPrint.Ending tested(PrinterAddress address, Duration within)
      throws IOException {
    return real.testPrint(CLOCK)
        .print(real.printers().driver(address), "Laser in the hall", within);
  }
}
