// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// Money that was taken for sheets that did not come out, or nobody knows.
final class OwedMoneyTest {
  private static final String CANARY = "CANARY-11c0ffee";
  private static final Paise PRICE = new Paise(200);

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
  void aPrinterThatStaysDeadLeavesAClaimThatOutlivesTheAgentUntilItIsSettledOnce() throws Exception {
    shop = open("PT2S");
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      String session = wantsToPay(phone);
      host.killPrinter();
      shop.takeCash(session, PRICE);
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.FAILED);
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    shop.ended("FAILED");
    shop = open("PT2S");
    ClaimTile claim = onlyClaim();
    assertThat(claim.amount()).isEqualTo(PRICE);
    assertThat(claim.code()).isEqualTo("PAID_NOT_PRINTED");
    assertThat(settle(claim, new Paise(100))).isEqualTo(new Owed.Settled.Refused("AMOUNT_CHANGED"));
    assertThat(settle(claim, PRICE)).isEqualTo(new Owed.Settled.Done(PRICE));
    assertThat(shop.desk().owed().claims().get()).isEmpty();
    assertThat(settle(claim, PRICE)).isEqualTo(new Owed.Settled.Refused("CLAIM_UNKNOWN"));
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void noMoneyIsAskedForWhileThePrinterIsDead() throws Exception {
    host.killPrinter();
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      phone.claim();
      AgentMessage.Quote quote =
          OpenShop.quoted(phone, CANARY + ".pdf", TestPdf.plainText(1, CANARY));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("PRINTER_UNREACHABLE");
    }
    await().untilAsserted(() ->
        assertThat(shop.desk().status().get().notes())
            .extracting(ShopStatus.Note::code)
            .contains("PRINTER_UNREACHABLE"));
  }

  @Test
  void whoDeletesWhilePaperIsOutKeepsTheClaimAndNothingPrintsLater() throws Exception {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      paid(phone);
      phone.await(
          AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
      phone.send(new PhoneMessage.DestroyNow());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"reason\":\"deleted\"");
    }
    shop.ended("FAILED");
    assertThat(onlyClaim().sides()).isZero();
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void theShopMayEndAPaidSessionThatDoesNotGetOnButNotAPrintedOne() throws Exception {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      String session = paid(phone);
      phone.await(
          AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
      assertThat(shop.desk().cancel(session, "test")).isEqualTo(new Desk.Answer.Done());
      phone.await(AgentMessage.Receipt.class);
    }
    onlyClaim();
  }

  @Test
  void whatIsPrintingWhenTheProgramIsClosedIsFollowedToItsEndAtTheNextStart() throws Exception {
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.6")) {
      paid(phone);
      phone.await(
          AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
    }
    shop.close();
    host.order("paper-out", false);
    shop = open("PT30M");
    shop.ended("COMPLETED");
    assertThat(host.received()).hasSize(1);
    assertThat(shop.desk().owed().claims().get()).isEmpty();
    shop.assertNothingRemainsOf(CANARY);
  }

  private String paid(PracticePhone phone) {
    String session = wantsToPay(phone);
    shop.takeCash(session, PRICE);
    return session;
  }

  private static String wantsToPay(PracticePhone phone) {
    AgentMessage.Session session = phone.claim();
    AgentMessage.Quote quote =
        OpenShop.quoted(phone, CANARY + ".pdf", TestPdf.plainText(1, CANARY));
    OpenShop.wantToPay(phone, quote);
    return session.session();
  }

  private ClaimTile onlyClaim() {
    await().atMost(OpenShop.LONG).until(() -> shop.desk().owed().claims().get().size() == 1);
    return shop.desk().owed().claims().get().getFirst();
  }

  private Owed.Settled settle(ClaimTile claim, Paise amount) {
    return shop.desk().owed().settle(claim.id(), Owed.Way.HAND, amount, "test");
  }

  private OpenShop open(String hold) throws Exception {
    return premises.open(Map.of("session.printHold", hold));
  }
}
