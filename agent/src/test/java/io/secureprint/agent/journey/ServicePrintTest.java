// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
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

/// The journey through a print service of the PC, which cannot be asked what became of a job.
final class ServicePrintTest {
  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = premises.host();
    shop = premises.open(Map.of("printer.kind", "javax", "printer.queue", PrintHost.QUEUE));
  }

  @Test
  void theDocumentComesOutOnceAndAPersonIsAskedWhetherItDid() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      pay(phone);
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.UNKNOWN);
      assertThat(phone.await(AgentMessage.Receipt.class).text())
          .contains("\"printPath\":\"javax\"", "\"spool\":\"unknown\"", "\"complete\":1");
    }
    assertThat(host.received()).hasSize(1);
    await().until(() -> shop.desk().owed().claims().get().size() == 1);
    ClaimTile asked = shop.desk().owed().claims().get().getFirst();
    assertThat(asked.code()).isEqualTo("PRINT_IN_DOUBT");
    assertThat(shop.desk().owed().settle(asked.id(), Owed.Way.PRINTED, asked.amount(), "test"))
        .isEqualTo(new Owed.Settled.Done(Paise.ZERO));
  }

  @Test
  void aJobThatWaitsForPaperClosesTheWayToThePrinterAfterItsCustomerIsGone() throws IOException {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      pay(phone);
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.PRINTING);
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
    }
    await().untilAsserted(() -> assertThat(codes()).contains("DESTROY_SPOOL"));
    host.order("paper-out", false);
    await().untilAsserted(() -> assertThat(codes()).doesNotContain("DESTROY_SPOOL"));
    assertThat(host.received()).hasSize(1);
  }

  private List<String> codes() {
    return shop.desk().status().get().notes().stream().map(ShopStatus.Note::code).toList();
  }

  private void pay(PracticePhone phone) {
    phone.claim();
    AgentMessage.Quote quote =
        OpenShop.quoted(phone, "notes.pdf", TestPdf.plainText(2, "CANARY-service-4d"));
    OpenShop.wantToPay(phone, quote);
    SessionTile tile = shop.desk().sessions().get().getFirst();
    shop.takeCash(tile.sessionId(), tile.price());
  }
}
