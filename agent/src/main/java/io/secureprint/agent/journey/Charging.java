// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.ProviderAnswer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a gateway make what one customer pays, while that customer waits.
final class Charging {
  private static final Logger LOG = LoggerFactory.getLogger(Charging.class);

  private final Cashier cashier;
  private final GatewayWatch watch;
  private final Visit visit;
  private final Runnable back;

  /// `back` lets the customer choose again.
  Charging(Cashier cashier, GatewayWatch watch, Visit visit, Runnable back) {
    this.cashier = cashier;
    this.watch = watch;
    this.visit = visit;
    this.back = back;
  }

  void begin(Intent intent) {
    Thread.ofVirtual().name("charge").start(() -> make(intent));
  }

  private void make(Intent intent) {
    Charge.Wanted wanted =
        new Charge.Wanted(intent.id(), intent.expected(), intent.expiresAt());
    try {
      switch (watch.create(wanted)) {
        case ProviderAnswer.Got<Charge>(Charge charge) -> made(intent, charge);
        case ProviderAnswer.Refused<Charge>(String code) -> failed(code);
        case ProviderAnswer.Silent<Charge>(String why, _) -> {
          LOG.warn("no charge for intent {}: {}", intent.id(), why);
          failed("GATEWAY_UNREACHABLE");
        }
      }
    } catch (RuntimeException e) {
      LOG.error("no charge for intent {}", intent.id(), e);
      failed("STORAGE_FAILED");
    }
  }

  /// Whatever became of the customer meanwhile: what was made can be paid, and is watched.
  private void made(Intent intent, Charge charge) {
    cashier.named(intent.id(), charge.objectId());
    watch.watch(intent.named(charge.objectId()));
    if (visit.purse().charged(intent.id(), charge)) {
      visit.tellPayState();
    } else {
      watch.provider().close(charge.objectId());
    }
  }

  private void failed(String code) {
    visit.send(Messages.problem(PhoneMessage.Pay.class, code));
    back.run();
  }
}
