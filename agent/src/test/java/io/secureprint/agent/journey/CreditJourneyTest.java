// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Folders;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.pricing.TestPrices;
import io.secureprint.agent.store.BookedEvents;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Customers who paid, got nothing, and come back with the code that they were given.
final class CreditJourneyTest {
  private static final Paise PRICE = new Paise(200);

  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private PrintHost host;
  private OpenShop shop;
  private AgentMessage.CreditCode code;

  @BeforeEach
  void aPaidSessionEndsWithoutItsSheets() throws Exception {
    host = premises.host();
    shop = premises.open(Map.of());
    host.order("paper-out", true);
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      String session = phone.claim().session();
      OpenShop.wantToPay(phone, quoted(phone));
      shop.takeCash(session, PRICE);
      code = phone.await(AgentMessage.CreditCode.class);
      phone.await(AgentMessage.Progress.class, p -> p.reasons().contains("media-empty"));
      assertThat(shop.desk().cancel(session, "test")).isEqualTo(new Desk.Answer.Done());
      phone.await(AgentMessage.Receipt.class);
    }
    await().atMost(OpenShop.LONG).until(() -> shop.desk().owed().claims().get().size() == 1);
    host.order("paper-out", false);
  }

  @Test
  void theCodePrintsOnceWhatWasPaidAlsoAfterTheAgentIsOpenedAgain() throws Exception {
    assertThat(code.amount()).isEqualTo(PRICE);
    assertThat(refusal("127.0.0.6")).isEqualTo("CREDIT_IN_DOUBT");
    ClaimTile claim = given();
    shop = premises.open(Map.of());
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      phone.claim();
      AgentMessage.Quote quote = quoted(phone);
      phone.send(new PhoneMessage.CreditUse(code.code()));
      AgentMessage.CreditState helps = phone.await(AgentMessage.CreditState.class);
      assertThat(helps.helps())
          .isEqualTo(new AgentMessage.Helps(quote.id(), PRICE, Paise.ZERO, Paise.ZERO));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CREDIT));
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    shop.ended("COMPLETED");
    assertThat(shop.desk().owed().settle(claim.id(), Owed.Way.HAND, PRICE, "test"))
        .isEqualTo(new Owed.Settled.Refused("CLAIM_UNKNOWN"));
    assertThat(refusal("127.0.0.4")).isEqualTo("CREDIT_USED");
  }

  @Test
  void staffTypeTheShortCodeForACustomerAndNoneThatIsWrong() throws Exception {
    given();
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      String session = phone.claim().session();
      AgentMessage.Quote quote = quoted(phone);
      assertThat(shop.desk().useCredit(session, "0000-0000", "test"))
          .isEqualTo(new Desk.Answer.Refused("CREDIT_UNKNOWN"));
      OpenShop.wantToPay(phone, quote);
      assertThat(shop.desk().useCredit(session, code.brief(), "test"))
          .isEqualTo(new Desk.Answer.Done());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
    assertThat(shop.desk().owed().claims().get()).isEmpty();
    shop.close();
    assertThat(BookedEvents.in(new Folders(premises.data()).database())).contains("CreditUsed test");
  }

  @Test
  void aClosedShopTakesNoCreditAndLeavesThePaymentAlone() throws Exception {
    given();
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      String session = phone.claim().session();
      OpenShop.wantToPay(phone, quoted(phone));
      Path tmp = new Folders(premises.data()).workerTemp();
      Path left = Files.writeString(tmp.resolve("left"), "sealed");
      somebodyElseCannotBeErased();
      assertThat(shop.desk().useCredit(session, code.brief(), "test"))
          .isEqualTo(new Desk.Answer.Refused("SHOP_CLOSED"));
      Files.delete(left);
      shop.takeCash(session, PRICE);
    }
  }

  @Test
  void whoIsAskedForTheRestIsToldTheNewPriceFirst() throws Exception {
    given();
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      String session = phone.claim().session();
      OpenShop.wantToPay(phone, quoted(phone));
      shop.agent()
          .prices()
          .publish(new Prices.Publication(TestPrices.flat(500), 1, "", null), "test");
      assertThat(shop.desk().useCredit(session, code.brief(), "test"))
          .isEqualTo(new Desk.Answer.Refused("QUOTE_CHANGED"));
      AgentMessage.Quote quote = phone.await(AgentMessage.Quote.class);
      assertThat(quote.total()).isEqualTo(new Paise(500));
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session, new Paise(300));
    }
  }

  private void somebodyElseCannotBeErased() throws IOException {
    try (PracticePhone other = shop.scan("127.0.0.6")) {
      other.claim();
      other.send(new PhoneMessage.DestroyNow());
      other.await(AgentMessage.Receipt.class);
    }
    await()
        .atMost(OpenShop.LONG)
        .until(() -> shop.desk().status().get().state() == ShopStatus.State.CLOSED);
  }

  /// A person has looked: the sheets are not there.
  private ClaimTile given() {
    ClaimTile claim = shop.desk().owed().claims().get().getFirst();
    assertThat(shop.desk().owed().settle(claim.id(), Owed.Way.CREDIT, PRICE, "test"))
        .isEqualTo(new Owed.Settled.Credited(code.brief(), PRICE));
    return claim;
  }

  private String refusal(String from) throws IOException {
    try (PracticePhone phone = shop.scan(from)) {
      phone.claim();
      phone.send(new PhoneMessage.CreditUse(code.code()));
      return phone.await(AgentMessage.Problem.class).code();
    }
  }

  private static AgentMessage.Quote quoted(PracticePhone phone) {
    return OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
  }
}
