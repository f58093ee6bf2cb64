// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.GivenBack;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.PaymentProvider.Message;
import io.secureprint.agent.payment.ProviderAnswer;
import io.secureprint.agent.practice.PracticeGateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// Razorpay's words over a real socket, with the practice bank at the other end.
final class RazorpayTest {
  private static final Paise PRICE = new Paise(1_250);

  private final SettableClock clock = new SettableClock();
  private PracticeGateway bank;
  private Razorpay razorpay;

  @BeforeEach
  void open() throws IOException {
    bank = PracticeGateway.open(Ids.secure(), clock);
    razorpay = new Razorpay(account(bank.api(), PracticeGateway.KEY_SECRET), clock);
  }

  @AfterEach
  void close() {
    razorpay.close();
    bank.close();
  }

  @Test
  void aChargeIsMadePaidAndSeen() {
    Charge charge = create("intent-1");
    assertThat(charge.upi()).startsWith("upi://pay?pa=practice@icici").contains("am=12.50");
    assertThat(pull(charge)).isEmpty();
    String begun = bank.begin(charge.objectId(), PRICE.value());
    assertThat(pull(charge)).singleElement().satisfies(fact -> assertThat(fact.money().captured()).isFalse());
    String paid = bank.pay(charge.objectId(), PRICE.value());
    assertThat(pull(charge))
        .extracting(PaymentFact::paymentId)
        .containsExactly(begun, paid);
    PaymentFact fact = pull(charge).getLast();
    assertThat(fact.money()).isEqualTo(PaymentFact.Money.captured(PRICE));
    assertThat(fact.live()).isFalse();
    assertThat(fact.evidence()).isEqualTo(PaymentFact.Evidence.PULL);
    bank.refund(paid, PRICE.value());
    assertThat(pull(charge).getLast().money().refunded()).isEqualTo(PRICE);
  }

  @Test
  void aBankThatIsSilentIsNotARefusal() {
    bank.silence(true);
    Charge.Wanted wanted =
        new Charge.Wanted("i", PRICE, clock.instant().plus(Duration.ofMinutes(20)));
    assertThat(razorpay.create(wanted)).isInstanceOf(ProviderAnswer.Silent.class);
    assertThat(razorpay.pull("qr_x")).isInstanceOf(ProviderAnswer.Silent.class);
    bank.silence(false);
    bank.close();
    assertThat(razorpay.pull("qr_x")).isInstanceOf(ProviderAnswer.Silent.class);
  }

  @Test
  void wrongKeysAndWrongAmountsAreRefused() {
    try (Razorpay stranger = new Razorpay(account(bank.api(), "wrong"), clock)) {
      assertThat(stranger.pull("qr_x")).isEqualTo(new ProviderAnswer.Refused<>("GATEWAY_KEYS_WRONG"));
    }
    Charge.Wanted tooLittle = new Charge.Wanted("i", new Paise(99), clock.instant());
    assertThat(razorpay.create(tooLittle))
        .isEqualTo(new ProviderAnswer.Refused<>("GATEWAY_REFUSED"));
  }

  @Test
  void aRefundIsOneHoweverOftenItIsAskedForAndNeverMoreThanCame() {
    Charge charge = create("intent-3");
    String paid = bank.pay(charge.objectId(), PRICE.value());
    bank.stayBusy(1);
    assertThat(razorpay.refund(order("rf-1234567-1", paid, 500))).isInstanceOf(ProviderAnswer.Silent.class);
    bank.loseAnswers(1);
    assertThat(razorpay.refund(order("rf-1234567-1", paid, 500))).isInstanceOf(ProviderAnswer.Silent.class);
    ProviderAnswer<GivenBack> again = razorpay.refund(order("rf-1234567-1", paid, 500));
    assertThat(razorpay.refunds(paid))
        .isInstanceOfSatisfying(
            ProviderAnswer.Got.class,
            all -> assertThat(List.of(again)).isEqualTo(List.of(new ProviderAnswer.Got<>(((List<?>) all.value()).getFirst()))));
    for (GivenBack.Order wrong :
        List.of(
            order("rf-1234567-1", paid, 600), order("rf-1234567-2", paid, 751),
            order("rf-1234567-3", paid, 99), order("short", paid, 100),
            order("rf-1234567-4", "pay_unknown", 100))) {
      assertThat(razorpay.refund(wrong)).as("%s", wrong)
          .isEqualTo(new ProviderAnswer.Refused<>("GATEWAY_REFUSED"));
    }
    assertThat(pull(charge).getFirst().money().refunded()).isEqualTo(new Paise(500));
  }

  private static GivenBack.Order order(String key, String payment, long paise) {
    return new GivenBack.Order(key, payment, new Paise(paise));
  }

  @Test
  void aSignedMessageIsReadAndAForgedOneIsNot() {
    Charge charge = create("intent-2");
    byte[] message = bank.message(charge.objectId(), bank.pay(charge.objectId(), PRICE.value()));
    String signature = signature(message, PracticeGateway.WEBHOOK_SECRET);
    assertThat(razorpay.read(message, List.of(signature)))
        .isInstanceOfSatisfying(
            Message.Paid.class, paid -> assertThat(paid.fact().amount()).isEqualTo(PRICE));
    message[message.length - 3] ^= 1;
    assertThat(razorpay.read(message, List.of(signature))).isInstanceOf(Message.Forged.class);
    byte[] noJson = "paid, honestly".getBytes(StandardCharsets.UTF_8);
    assertThat(razorpay.read(noJson, List.of(signature(noJson, PracticeGateway.WEBHOOK_SECRET))))
        .isInstanceOf(Message.Forged.class);
  }

  @Test
  void theDocumentedMessageIsReadAsItIs() throws IOException {
    Account other =
        new Account(
            Account.API, "rzp_test_x", "s", "whsec_test_9f3b2c", "", "acc_TESTSHOP000001");
    try (Razorpay shop = new Razorpay(other, clock)) {
      Message read =
          shop.read(
              SignatureTest.credited(),
              List.of("cc2d6d3f3e5de3174181f40ac20824ae277fbd0363ba85453e47f562c47d8fa7"));
      assertThat(read)
          .isInstanceOfSatisfying(
              Message.Paid.class,
              paid -> assertThat(paid.fact().objectId()).isEqualTo("qr_TEST0000000001"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1_440, -25, 25, 1_440})
  void aShopWhoseClockIsWrongTakesMoneyAllTheSame(long minutes) {
    SettableClock wrong = new SettableClock();
    wrong.pass(Duration.ofMinutes(minutes));
    try (Razorpay shop = new Razorpay(account(bank.api(), PracticeGateway.KEY_SECRET), wrong)) {
      Charge.Wanted wanted =
          new Charge.Wanted("i", PRICE, wrong.instant().plus(Duration.ofMinutes(15)));
      assertThat(shop.create(wanted)).isInstanceOf(ProviderAnswer.Got.class);
      assertThat(shop.ahead()).isEqualTo(Duration.ofMinutes(-minutes));
      String code = bank.newest();
      bank.pay(code, PRICE.value());
      assertThat(shop.pull(code))
          .isInstanceOfSatisfying(
              ProviderAnswer.Got.class,
              got ->
                  assertThat(((PaymentFact) ((List<?>) got.value()).getFirst()).at())
                      .isEqualTo(wrong.instant()));
    }
  }

  @Test
  void aClockThatIsAboutRightIsLeftAlone() {
    SettableClock early = new SettableClock();
    early.pass(Duration.ofSeconds(40));
    try (Razorpay shop = new Razorpay(account(bank.api(), PracticeGateway.KEY_SECRET), early)) {
      shop.pull("qr_x");
      assertThat(shop.ahead()).isZero();
    }
  }

  @Test
  void aPracticeBankIsRefusedForRealMoney() {
    assertThatThrownBy(
            () -> new Account(bank.api(), "rzp_live_1", "s", "", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Account(URI.create("https://evil.example/v1"), "rzp_test_1", "s", "", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Charge create(String intent) {
    Charge.Wanted wanted =
        new Charge.Wanted(intent, PRICE, clock.instant().plus(Duration.ofMinutes(15)));
    return razorpay.create(wanted) instanceof ProviderAnswer.Got<Charge>(Charge charge)
        ? charge
        : fail("no charge");
  }

  private List<PaymentFact> pull(Charge charge) {
    return razorpay.pull(charge.objectId())
            instanceof ProviderAnswer.Got<List<PaymentFact>>(List<PaymentFact> facts)
        ? facts
        : fail("no answer");
  }

  static String signature(byte[] body, String secret) {
    return HexFormat.of()
        .formatHex(Sha256.mac(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  private static Account account(URI api, String secret) {
    return new Account(
        api,
        PracticeGateway.KEY_ID,
        secret,
        PracticeGateway.WEBHOOK_SECRET,
        "",
        PracticeGateway.ACCOUNT);
  }
}
