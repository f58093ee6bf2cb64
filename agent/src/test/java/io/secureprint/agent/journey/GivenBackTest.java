// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Money paid by UPI for sheets that did not come out: it goes back through the bank, or the bank has
/// given it back already.
final class GivenBackTest {
  private static final Paise PRICE = new Paise(200);

  @TempDir private Path folder;
  private PrintHost host;
  private PracticeGateway bank;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = PrintHost.start(folder.resolve("host"));
    bank = PracticeGateway.open(Ids.secure(), Clock.systemUTC());
    shop = open("PT30M");
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
    bank.close();
    host.close();
  }

  @Test
  void aPrinterThatStaysDeadHasTheMoneyGivenBackThroughTheBankOverARestart() throws Exception {
    shop.close();
    shop = open("PT2S");
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      paid(phone);
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.FAILED);
      phone.await(AgentMessage.Receipt.class);
    }
    shop.ended("FAILED");
    ClaimTile claim =
        await()
            .atMost(OpenShop.LONG)
            .until(() -> shop.desk().owed().claims().get(), claims -> claims.size() == 1)
            .getFirst();
    assertThat(claim.ways().byGateway()).isEqualTo(PRICE);
    bank.silence(true);
    assertThat(shop.desk().owed().settle(claim.id(), Owed.Way.GATEWAY, PRICE, "asha"))
        .isEqualTo(new Owed.Settled.Done(Paise.ZERO));
    shop.close();
    bank.silence(false);
    shop = open("PT2S");
    await().atMost(OpenShop.LONG).until(() -> bank.refunds().size() == 1);
    await()
        .atMost(OpenShop.LONG)
        .until(() -> refunds().equals(List.of(RefundTile.State.PROCESSED)));
    assertThat(shop.desk().owed().claims().get()).isEmpty();
  }

  @Test
  void whatTheBankGaveBackBeforeThePrintIsNotPrintedAndNotOwed() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      String payment = paid(phone);
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.ATTENTION);
      bank.refund(payment, PRICE.value());
      assertThat(phone.await(AgentMessage.Receipt.class).text())
          .contains("\"reason\":\"cancelled\"");
    }
    assertThat(shop.ended("CANCELLED").code()).isEqualTo("REFUNDED_OUTSIDE");
    assertThat(host.received()).isEmpty();
    assertThat(shop.desk().owed().claims().get()).isEmpty();
  }

  private List<RefundTile.State> refunds() {
    return shop.desk().owed().refunds().get().stream().map(RefundTile::state).toList();
  }

  /// Pays while the printer is alive, which then dies before it gets anything.
  private String paid(PracticePhone phone) throws IOException {
    phone.claim();
    AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
    phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
    phone.await(AgentMessage.PayState.class, state -> state.upi() != null);
    host.killPrinter();
    return bank.pay(bank.newest(), PRICE.value());
  }

  private OpenShop open(String hold) throws Exception {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "gateway.kind", "razorpay",
                "gateway.api", bank.api().toString(),
                "gateway.keyId", PracticeGateway.KEY_ID,
                "gateway.keySecret", PracticeGateway.KEY_SECRET));
    settings.put("session.printHold", hold);
    return OpenShop.open(folder.resolve("data"), host, settings);
  }
}
