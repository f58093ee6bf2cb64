// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static io.secureprint.agent.journey.RefundTile.State.PROCESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PayStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.GatewayMessage;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Customers who pay by UPI at a shop with a gateway: a phone, the practice bank, and real paper.
final class UpiJourneyTest {
  private static final Paise PRICE = new Paise(200);

  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private PracticeGateway bank;
  private PrintHost host;
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    host = premises.host();
    bank = PracticeGateway.open(Ids.secure(), Clock.systemUTC());
    shop = premises.open(bank.settings());
  }

  @AfterEach
  void closeTheBank() {
    bank.close();
  }

  @Test
  void aPaymentThatTheBankTellsOfWhenAskedIsPrinted() throws IOException {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Upi upi = Objects.requireNonNull(wantsToPay(phone).upi());
      assertThat(upi.link()).startsWith("upi://pay?").contains("am=2.00");
      assertThat(upi.issued()).isTrue();
      await().until(() -> shop.desk().payments().get().size() == 1);
      bank.pay(bank.newest(), PRICE.value());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
    shop.ended("COMPLETED");
    assertThat(shop.desk().payments().get()).isEmpty();
    assertThat(shop.desk().owed().claims().get()).isEmpty();
  }

  @Test
  void aSignedMessageMakesTheQuestionComeSoonerAndAForgedOneIsTurnedAway() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      wantsToPay(phone);
      String code = bank.newest();
      String payment = bank.pay(code, PRICE.value());
      GatewayMessage message = message(bank.message(code, payment));
      assertThat(new GatewayMessage(message.to(), message.body(), "0".repeat(64)).deliver())
          .isEqualTo(401);
      assertThat(message.deliver()).isEqualTo(200);
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
      assertThat(message.deliver()).isEqualTo(200);
    }
    shop.ended("COMPLETED");
  }

  @Test
  void aCreditCodeThatIsWorthNothingLeavesThePaymentUnderWayAlone() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.31")) {
      wantsToPay(phone);
      String code = bank.newest();
      SessionTile paying = shop.desk().sessions().get().getFirst();
      assertThat(shop.desk().useCredit(paying.sessionId(), "0000-0000", "asha"))
          .isEqualTo(new Desk.Answer.Refused("CREDIT_UNKNOWN"));
      assertThat(bank.newest()).isEqualTo(code);
      bank.pay(code, PRICE.value());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    shop.ended("COMPLETED");
  }

  @Test
  void onePaisaShortIsHeldUntilAPersonTakesTheRest() throws IOException {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      wantsToPay(phone);
      bank.pay(bank.newest(), PRICE.value() - 1);
      SessionTile held = tileWith("PAID_PARTIAL");
      assertThat(held.money().held()).isEqualTo(new Paise(PRICE.value() - 1));
      assertThat(host.received()).hasSize(before);
      assertThat(shop.desk().accept(held.sessionId(), " ", "asha"))
          .isEqualTo(new Desk.Answer.Refused("REASON_NEEDED"));
      assertThat(shop.desk().accept(held.sessionId(), "rest in cash", "asha"))
          .isEqualTo(new Desk.Answer.Done());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
    assertThat(shop.desk().owed().claims().get()).isEmpty();
  }

  @Test
  void payingTwicePrintsOnceAndOwesTheSecond() throws IOException {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.5")) {
      wantsToPay(phone);
      String code = bank.newest();
      bank.pay(code, PRICE.value());
      bank.pay(code, PRICE.value());
      phone.await(AgentMessage.Receipt.class);
    }
    assertThat(host.received()).hasSize(before + 1);
    await().until(() -> shop.desk().owed().claims().get().size() == 1);
    ClaimTile owed = shop.desk().owed().claims().get().getFirst();
    assertThat(owed.code()).isEqualTo("PAYMENT_DUPLICATE");
    assertThat(owed.ways().byGateway()).isEqualTo(PRICE);
    assertThat(shop.desk().owed().settle(owed.id(), Owed.Way.GATEWAY, PRICE, "asha"))
        .isEqualTo(new Owed.Settled.Done(Paise.ZERO));
    assertThat(shop.desk().owed().claims().get()).isEmpty();
    await().until(() -> shop.desk().owed().refunds().get().getFirst().state() == PROCESSED);
    assertThat(bank.refunds()).extracting(refund -> refund.get("amount")).containsExactly(PRICE.value());
  }

  @Test
  void whoGoesBackAndPaysAllTheSameIsOwedTheMoney() throws Exception {
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.6")) {
      wantsToPay(phone);
      String code = bank.newest();
      phone.send(new PhoneMessage.PayBack());
      phone.await(AgentMessage.PayState.class, s -> s.state() == PayStage.NONE);
      bank.pay(code, PRICE.value());
      message(bank.message(code, bank.pay(code, PRICE.value()))).deliver();
      await().until(() -> shop.desk().owed().claims().get().size() == 2);
    }
    assertThat(shop.desk().owed().claims().get())
        .extracting(ClaimTile::code)
        .containsOnly("PAID_AFTER_CANCEL");
    assertThat(host.received()).hasSize(before);
  }

  @Test
  void aBankThatDoesNotAnswerLetsTheCustomerChooseAnotherWay() throws IOException {
    bank.silence(true);
    try (PracticePhone phone = shop.scan("127.0.0.7")) {
      phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("GATEWAY_UNREACHABLE");
      phone.await(AgentMessage.PayState.class, s -> s.state() == PayStage.NONE);
      OpenShop.wantToPay(phone, quote);
      await().until(() -> codes().contains("GATEWAY_UNREACHABLE"));
      phone.send(new PhoneMessage.PayBack());
      phone.await(AgentMessage.PayState.class, s -> s.state() == PayStage.NONE);
      bank.silence(false);
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
      phone.await(AgentMessage.PayState.class, s -> s.upi() != null);
      await().until(() -> !codes().contains("GATEWAY_UNREACHABLE"));
    }
  }

  @Test
  void keysThatTheBankDoesNotTakeAreToldToTheShop() throws Exception {
    new SecretStore(premises.data().resolve("keys"), Ids.secure())
        .put(Secret.GATEWAY_KEY, "wrong");
    shop = premises.open(bank.settings());
    try (PracticePhone phone = shop.scan("127.0.0.12")) {
      phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("GATEWAY_KEYS_WRONG");
    }
    await().until(() -> codes().contains("GATEWAY_KEYS_WRONG"));
  }

  @Test
  void aShopWithoutAGatewayTakesUpiToItsOwnAddressOnAPersonsWord() throws Exception {
    shop = premises.open(Map.of("upi.address", "shop.xerox@okhdfcbank"));
    int before = host.received().size();
    try (PracticePhone phone = shop.scan("127.0.0.9")) {
      AgentMessage.Upi upi = Objects.requireNonNull(wantsToPay(phone).upi());
      assertThat(upi.issued()).isFalse();
      assertThat(upi.address()).isEqualTo("shop.xerox@okhdfcbank");
      assertThat(upi.link()).startsWith("upi://pay?pa=shop.xerox@okhdfcbank&pn=Print%20shop");
      await().until(() -> shop.desk().sessions().get().getFirst().wanted());
      SessionTile tile = shop.desk().sessions().get().getFirst();
      assertThat(shop.desk().confirmUpi(tile.sessionId(), PRICE, "12", "asha"))
          .isEqualTo(new Desk.Answer.Refused("UTR_WRONG"));
      assertThat(shop.desk().confirmUpi(tile.sessionId(), PRICE, "4567", "asha"))
          .isEqualTo(new Desk.Answer.Done());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    assertThat(host.received()).hasSize(before + 1);
  }

  @Test
  void aShopWithoutUpiDoesNotOfferIt() throws Exception {
    shop = premises.open(Map.of());
    try (PracticePhone phone = shop.scan("127.0.0.10")) {
      assertThat(phone.claim().pay()).containsExactly(PayMethod.CASH);
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("PAY_METHOD_CLOSED");
    }
  }

  @Test
  void aSecretOfTheFileIsTakenOverOnceAndOneThatIsMissingLeavesCash() throws Exception {
    SecretStore secrets = new SecretStore(premises.data().resolve("keys"), Ids.secure());
    assertThat(secrets.get(Secret.GATEWAY_KEY)).contains(PracticeGateway.KEY_SECRET);
    assertThat(notes()).contains("SECRET_IN_CONFIG");
    secrets.put(Secret.GATEWAY_KEY, "newer");
    shop = premises.open(bank.settings());
    assertThat(secrets.get(Secret.GATEWAY_KEY)).contains("newer");
    secrets.remove(Secret.GATEWAY_KEY);
    shop =
        premises.open(
            Map.of("gateway.kind", "razorpay", "gateway.keyId", PracticeGateway.KEY_ID));
    assertThat(notes()).contains("GATEWAY_SECRET_MISSING");
    try (PracticePhone phone = shop.scan("127.0.0.11")) {
      assertThat(phone.claim().pay()).containsExactly(PayMethod.CASH);
    }
  }

  @Test
  @Tag("campaign")
  @Tag("money")
  void whileTheBankIsSilentTheCustomerIsToldAndStaffMayMark() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.12")) {
      wantsToPay(phone);
      bank.pay(bank.newest(), PRICE.value());
      bank.silence(true);
      SessionTile paying = shop.desk().sessions().get().getFirst();
      assertThat(shop.desk().mark(paying.sessionId(), PRICE, "628112344567", "asha"))
          .isEqualTo(new Desk.Answer.Refused("PAYMENT_BY_GATEWAY"));
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> shop.desk().sessions().get().getFirst().money().mayBeMarked());
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("PAYMENT_UNCONFIRMED");
      assertThat(shop.desk().mark(paying.sessionId(), PRICE, "628112344567", "asha"))
          .isEqualTo(new Desk.Answer.Done());
      bank.silence(false);
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
    }
    shop.ended("COMPLETED");
    assertThat(shop.desk().owed().claims().get()).isEmpty();
  }

  private List<String> notes() {
    await().until(() -> !shop.desk().status().get().notes().isEmpty());
    return codes();
  }

  private List<String> codes() {
    return shop.desk().status().get().notes().stream().map(ShopStatus.Note::code).toList();
  }

  private AgentMessage.PayState wantsToPay(PracticePhone phone) {
    phone.claim();
    AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
    phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
    return phone.await(AgentMessage.PayState.class, state -> state.upi() != null);
  }

  private SessionTile tileWith(String code) {
    await()
        .until(
            () ->
                shop.desk().sessions().get().stream().anyMatch(tile -> code.equals(tile.code())));
    return shop.desk().sessions().get().stream()
        .filter(tile -> code.equals(tile.code()))
        .findFirst()
        .orElseThrow();
  }

  private GatewayMessage message(byte[] body) {
    return GatewayMessage.signed(shop.agent().addresses().api(), body);
  }
}
