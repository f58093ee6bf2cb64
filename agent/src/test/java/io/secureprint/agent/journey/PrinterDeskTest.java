// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The shop's printer as its people see it, with a real queue and a real printer.
final class PrinterDeskTest {
  @TempDir private Path folder;
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = PrintHost.start(folder.resolve("host"));
    shop = OpenShop.open(folder.resolve("data"), host, Map.of());
    await().atMost(OpenShop.LONG).until(() -> !desk().printers().get().isEmpty());
  }

  @AfterEach
  void closeTheShop() throws IOException {
    shop.close();
    host.close();
  }

  @Test
  void isReadyAndTellsOfItsInk() {
    PrinterTile tile = tile();
    assertThat(tile.name()).isEqualTo(PrintHost.QUEUE);
    assertThat(tile.state()).isEqualTo(PrinterTile.State.READY);
    assertThat(tile.way()).isEqualTo(new PrinterTile.Way("cups", null));
    assertThat(tile.supplies()).contains(new PrinterTile.Level("Black Ink", 75));
    assertThat(tile.actions()).isEmpty();
  }

  @Test
  void whatItPrintsIsToldWhileItLacksPaperAndNotAnyMoreAfterwards() throws IOException {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote =
          OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(2, "PRINTERS"));
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session.session(), quote.cash());
      await().atMost(OpenShop.LONG).until(() -> codes().contains("media-empty"));
      assertThat(tile().job())
          .extracting(PrinterTile.Job::done, PrinterTile.Job::total)
          .containsExactly(0, 2);
      host.order("paper-out", false);
      phone.await(AgentMessage.Receipt.class);
    }
    await().atMost(OpenShop.LONG).until(() -> tile().job() == null && codes().isEmpty());
  }

  @Test
  void aPausedQueueOffersToBeResumedAndSaysWhoMay() throws IOException {
    host.pauseQueue();
    assertThat(desk().lookAgain(tile().id())).isEqualTo(new Desk.Answer.Done());
    assertThat(tile().state()).isEqualTo(PrinterTile.State.STOPPED);
    assertThat(codes()).containsExactly("paused");
    assertThat(tile().actions()).containsExactly(PrinterTile.Action.RESUME);
    // The user of this test is no administrator of that CUPS.
    assertThat(desk().resume(tile().id())).isEqualTo(new Desk.Answer.Refused("RESUME_REFUSED"));
  }

  @Test
  void aPrinterWithoutPowerIsSilentAndLookingAgainSaysSo() throws IOException {
    host.killPrinter();
    await().atMost(OpenShop.LONG).until(() -> tile().state() == PrinterTile.State.SILENT);
    assertThat(codes()).contains("PRINTER_UNREACHABLE");
    assertThat(desk().lookAgain(tile().id()))
        .isEqualTo(new Desk.Answer.Refused("PRINTER_UNREACHABLE"));
  }

  private PrinterDesk desk() {
    return shop.agent().printers();
  }

  private PrinterTile tile() {
    return desk().printers().get().getFirst();
  }

  private List<String> codes() {
    return tile().reasons().stream().map(PrinterTile.Reason::code).toList();
  }
}
