// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PhoneMessage;
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

/// The journey onto a printer itself, past every queue of this PC.
final class DirectPrintTest {
  private static final String CANARY = "CANARY-direct-77aa";

  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = premises.host();
    shop = open("PT30M");
  }

  @Test
  void aPaidDocumentComesOutOnceAndNothingOfItRemains() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      wantsToPay(phone);
      assertThat(host.received()).isEmpty();
      takeCash();
      String receipt = phone.await(AgentMessage.Receipt.class).text();
      assertThat(receipt).contains("\"printPath\":\"ipp\"", "\"spool\":\"clean\"", "\"complete\":1");
    }
    assertThat(host.received()).hasSize(1);
    shop.ended("COMPLETED");
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void aPrinterOutOfPaperIsWaitedFor() throws IOException {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      wantsToPay(phone);
      takeCash();
      phone.await(AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
      host.order("paper-out", false);
      phone.await(AgentMessage.Receipt.class);
    }
    assertThat(host.received()).hasSize(1);
    shop.ended("COMPLETED");
  }

  @Test
  void aPrinterThatDiesBeforeItHasTheDocumentLeavesAClaim() throws Exception {
    shop = open("PT2S");
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      wantsToPay(phone);
      host.killPrinter();
      takeCash();
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.FAILED);
    }
    await().until(() -> shop.desk().owed().claims().get().size() == 1);
    assertThat(shop.desk().owed().claims().get().getFirst().code()).isEqualTo("PAID_NOT_PRINTED");
  }

  @Test
  void aPrinterThatDoesNotLetGoOfADeletedJobClosesItsLaneUntilItDoes() throws IOException {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      wantsToPay(phone);
      takeCash();
      phone.await(AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
      phone.send(new PhoneMessage.DestroyNow());
      assertThat(phone.await(AgentMessage.Receipt.class).text())
          .contains("\"spool\":\"unknown\"", "\"complete\":0");
    }
    await().until(() -> shop.desk().owed().claims().get().size() == 1);
    await().untilAsserted(() -> assertThat(codes()).contains("DESTROY_SPOOL"));
    host.order("paper-out", false);
    shop.ended("FAILED");
    await().untilAsserted(() -> assertThat(codes()).doesNotContain("DESTROY_SPOOL"));
  }

  private List<String> codes() {
    return shop.desk().status().get().notes().stream().map(ShopStatus.Note::code).toList();
  }

  private void wantsToPay(PracticePhone phone) {
    phone.claim();
    AgentMessage.Quote quote =
        OpenShop.quoted(phone, CANARY + ".pdf", TestPdf.plainText(2, CANARY));
    OpenShop.wantToPay(phone, quote);
  }

  private void takeCash() {
    SessionTile tile = shop.desk().sessions().get().getFirst();
    shop.takeCash(tile.sessionId(), tile.price());
  }

  private OpenShop open(String hold) throws Exception {
    return premises.open(
        Map.of(
            "printer.kind", "ipp",
            "printer.uri", host.printer().toString(),
            "session.printHold", hold));
  }
}
