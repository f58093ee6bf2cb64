// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The shop's printer as its people see it, with a real queue and a real printer.
final class PrinterDeskTest {
  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = premises.host();
    shop = premises.open(Map.of());
    await().atMost(OpenShop.LONG).until(() -> !desk().printers().get().isEmpty());
  }

  @Test
  void isReadyAndTellsOfItsInk() {
    PrinterTile tile = tile();
    assertThat(tile.name()).isEqualTo(PrintHost.QUEUE);
    assertThat(tile.state()).isEqualTo(PrinterTile.State.READY);
    assertThat(tile.way()).isEqualTo(new PrinterTile.Way("cups", null));
    assertThat(tile.supplies()).contains(new PrinterTile.Level("Black Ink", 75));
    assertThat(tile.actions()).containsExactly(PrinterTile.Action.TEST_SHEET);
    assertThat(tile.abilities())
        .extracting(PrinterTile.Abilities::colour, PrinterTile.Abilities::duplex)
        .containsExactly(true, true);
  }

  @Test
  void aTestSheetComesOutOrTheReasonIsToldWhyNot() throws IOException {
    assertThat(desk().testSheet(tile().id())).isEqualTo(new Desk.Answer.Done());
    assertThat(host.received()).hasSize(1);
    host.killPrinter();
    await().atMost(OpenShop.LONG).until(() -> tile().state() == PrinterTile.State.SILENT);
    assertThat(tile().actions()).isEmpty();
    assertThat(desk().testSheet(tile().id()))
        .isEqualTo(new Desk.Answer.Refused("PRINTER_UNREACHABLE"));
    assertThat(host.received()).hasSize(1);
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
    assertThat(tile().actions()).contains(PrinterTile.Action.RESUME);
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
