// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.Dispute;
import io.secureprint.agent.payment.GivenBack;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.PaymentFact.Evidence;
import io.secureprint.agent.payment.PaymentProvider;
import io.secureprint.agent.payment.ProviderAnswer;
import io.secureprint.agent.payment.Providers;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Single-use QR codes with a fixed amount (`payments.md` 3.1): made, asked about and closed over
/// HTTPS with the shop's own keys.
public final class Razorpay implements PaymentProvider {
  /// A QR code lives at least so long, whatever we want.
  private static final Duration SHORTEST = Duration.ofMinutes(16);
  private static final String PAYMENTS = "/payments/";
  private static final String CODES = "/payments/qr_codes";
  private static final String INTENT = "intent";

  private final Account account;
  private final Api api;
  private final BankTime time;

  public Razorpay(Account account, InstantSource clock) {
    this.account = account;
    this.time = new BankTime(clock);
    this.api = new Api(account, time);
  }

  @Override
  public String name() {
    return Providers.RAZORPAY;
  }

  @Override
  public boolean live() {
    return account.live();
  }

  @Override
  public Duration ahead() {
    return time.ahead();
  }

  /// A silence leaves it unknown whether the code was made: it is looked for before one is made anew.
  @Override
  public ProviderAnswer<Charge> create(Charge.Wanted wanted) {
    ProviderAnswer<JsonNode> made = made(wanted);
    if (made instanceof ProviderAnswer.Silent<JsonNode>(String why, Optional<Duration> again)) {
      return found(wanted).<ProviderAnswer<Charge>>map(ProviderAnswer.Got::new)
          .orElseGet(() -> new ProviderAnswer.Silent<>(why, again));
    }
    return Api.then(made, code -> charge(code).orElse(null));
  }

  /// The first answer tells the gateway's time: a time limit that was refused since it was meant by
  /// a wrong clock is sent again.
  private ProviderAnswer<JsonNode> made(Charge.Wanted wanted) {
    Duration before = time.ahead();
    ProviderAnswer<JsonNode> made = api.post(CODES, body(wanted));
    boolean meant = made instanceof ProviderAnswer.Refused<JsonNode> && !before.equals(time.ahead());
    return meant ? api.post(CODES, body(wanted)) : made;
  }

  private Map<String, Object> body(Charge.Wanted wanted) {
    Instant least = time.now().plus(SHORTEST);
    Instant wished = time.atBank(wanted.until());
    Instant until = wished.isAfter(least) ? wished : least;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "upi_qr");
    body.put("name", "Print");
    body.put("usage", "single_use");
    body.put("fixed_amount", true);
    body.put("payment_amount", wanted.amount().value());
    body.put("description", "Print");
    body.put("close_by", until.getEpochSecond());
    body.put("notes", Map.of(INTENT, wanted.intentId()));
    return body;
  }

  /// The code of this intent among the newest ones.
  private Optional<Charge> found(Charge.Wanted wanted) {
    if (!(api.get(CODES + "?count=100") instanceof ProviderAnswer.Got<JsonNode>(JsonNode list))) {
      return Optional.empty();
    }
    for (JsonNode code : list.path("items")) {
      if (wanted.intentId().equals(code.path("notes").path(INTENT).asString(""))) {
        return charge(code);
      }
    }
    return Optional.empty();
  }

  /// Codes without the text of the link are of no use to us: pictures are not shown unread.
  private static Optional<Charge> charge(JsonNode code) {
    return RazorpayJson.text(code, "id")
        .filter(id -> id.matches("qr_[A-Za-z0-9_]{1,40}"))
        .flatMap(
            id ->
                RazorpayJson.text(code, "image_content")
                    .filter(link -> link.startsWith("upi://pay?") && link.length() <= 1_000)
                    .map(link -> new Charge(id, link)));
  }

  @Override
  public ProviderAnswer<List<PaymentFact>> pull(String objectId) {
    return Api.then(
        api.get(CODES + "/" + objectId + "/payments?count=100"),
        list -> {
          List<PaymentFact> facts = new ArrayList<>();
          for (JsonNode item : list.path("items")) {
            payment(item, objectId, Evidence.PULL).ifPresent(facts::add);
          }
          return facts;
        });
  }

  private Optional<PaymentFact> payment(JsonNode payment, String objectId, Evidence evidence) {
    return RazorpayJson.payment(payment, objectId, live(), evidence)
        .map(fact -> fact.seenAt(time.inShopTime(fact.at())));
  }

  /// Refunds name our key as their receipt, by which they are found again.
  @Override
  public ProviderAnswer<GivenBack> refund(GivenBack.Order order) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", order.amount().value());
    body.put("speed", "normal");
    body.put("receipt", order.key());
    return Api.then(
        api.post(PAYMENTS + order.paymentId() + "/refund", body, order.key()),
        refund -> RazorpayJson.refund(refund).orElse(null));
  }

  @Override
  public ProviderAnswer<List<GivenBack>> refunds(String paymentId) {
    return Api.then(
        api.get(PAYMENTS + paymentId + "/refunds?count=100"),
        list -> {
          List<GivenBack> refunds = new ArrayList<>();
          for (JsonNode item : list.path("items")) {
            RazorpayJson.refund(item).ifPresent(refunds::add);
          }
          // One that cannot be read might be ours.
          return refunds.size() == list.path("items").size() ? refunds : null;
        });
  }

  @Override
  public void close(String objectId) {
    api.post(CODES + "/" + objectId + "/close", Map.of());
  }

  @Override
  public Message read(byte[] body, List<String> signatures) {
    if (!Signature.fits(body, signatures, account.webhookSecrets())) {
      return new Message.Forged("the signature does not fit");
    }
    return RazorpayJson.parse(body).map(this::message).orElseGet(() -> new Message.Forged("no JSON object"));
  }

  private Message message(JsonNode event) {
    String of = event.path("account_id").asString("");
    if (!account.accountId().isEmpty() && !account.accountId().equals(of)) {
      return new Message.Forged("for another account");
    }
    JsonNode payload = event.path("payload");
    return paid(payload)
        .<Message>map(Message.Paid::new)
        .or(() -> disputed(payload).map(Message.Disputed::new))
        .orElseGet(Message.Nothing::new);
  }

  private Optional<PaymentFact> paid(JsonNode payload) {
    return RazorpayJson.text(payload.path("qr_code").path("entity"), "id")
        .flatMap(code -> payment(payload.path("payment").path("entity"), code, Evidence.WEBHOOK));
  }

  private Optional<Dispute> disputed(JsonNode payload) {
    return RazorpayJson.dispute(payload.path("dispute").path("entity"), time);
  }

  @Override
  public void close() {
    api.close();
  }
}
