// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Agent;
import io.secureprint.agent.practice.GatewayMessage;
import io.secureprint.agent.practice.PracticeGateway;

import java.io.IOException;
import java.time.Duration;

/// How a customer in a browser pays, and what bank and shop make of it.
record BrowserPayments(Agent agent, PracticeGateway bank) {
  private static final Duration LONG = Duration.ofMinutes(3);
  /// Longer than a gateway may be silent before its messages are believed alone.
  private static final Duration SILENCE = Duration.ofSeconds(40);

  void pay(String method) throws IOException, InterruptedException {
    switch (method) {
      case "cash", "layout" -> takeCash();
      case "upi" -> bank.pay(bank.newest(), price());
      case "upi-message" -> byMessageAlone();
      case "upi-late" -> late();
      case "upi-short" -> {
        bank.pay(bank.newest(), price() - 1);
        acceptOnce("PAID_PARTIAL");
      }
      case "upi-twice" -> {
        long price = price();
        bank.pay(bank.newest(), price);
        bank.pay(bank.newest(), price);
      }
      default -> throw new IllegalArgumentException("nobody pays by " + method);
    }
  }

  private void takeCash() {
    SessionTile tile = tile();
    agent.desk().confirmCash(tile.sessionId(), tile.price(), "test");
  }

  /// The bank answers no question; its signed message is there again and again, as gateways do.
  private void byMessageAlone() throws IOException, InterruptedException {
    bank.silence(true);
    String code = bank.newest();
    GatewayMessage message = message(code, bank.pay(code, price()));
    await()
        .atMost(SILENCE.multipliedBy(2))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> message.deliver() == 200 && !isPaying());
    bank.silence(false);
  }

  /// The customer's wait is over when the money comes; the bank's message wakes the shop.
  private void late() throws IOException, InterruptedException {
    String code = bank.newest();
    long price = price();
    await().atMost(LONG).until(() -> tile().stage() == Stage.CHOOSING);
    message(code, bank.pay(code, price)).deliver();
    acceptOnce("PAID_LATE");
  }

  private GatewayMessage message(String code, String payment) {
    return GatewayMessage.signed(agent.addresses().api(), bank.message(code, payment));
  }

  private void acceptOnce(String flag) {
    await().atMost(LONG).until(() -> flag.equals(tile().code()));
    agent.desk().accept(tile().sessionId(), "seen", "test");
  }

  private long price() {
    return tile().price().value();
  }

  /// Who has paid may be served and gone by now.
  private boolean isPaying() {
    return agent.desk().sessions().get().stream().anyMatch(tile -> tile.stage() == Stage.PAYING);
  }

  private SessionTile tile() {
    return agent.desk().sessions().get().getFirst();
  }
}
