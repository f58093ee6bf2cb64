// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.session.EasyName;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// How one customer pays just now: the offer that stands, the credit that helps, and the payment that a
/// person has to decide about. Thread-safe.
final class Purse {
  private @Nullable Offer offer;
  private @Nullable Booked held;
  private @Nullable OwnCredit credit;
  private boolean gatewaySilent;
  private AgentMessage.@Nullable CreditCode promise;

  synchronized Optional<Offer> offer() {
    return Optional.ofNullable(offer);
  }

  synchronized void offer(Offer next) {
    offer = next;
  }

  /// The gateway has made its charge. False when the customer does not want to pay it any more.
  synchronized boolean charged(String intentId, Charge charge) {
    if (offer == null || !offer.intentId().equals(intentId)) {
      return false;
    }
    offer = offer.with(charge);
    return true;
  }

  /// The offer, which does not stand any more.
  synchronized Optional<Offer> takeOffer() {
    Optional<Offer> stood = Optional.ofNullable(offer);
    offer = null;
    return stood;
  }

  /// What the customer pays with beside money, or instead of it.
  synchronized Optional<OwnCredit> credit() {
    return Optional.ofNullable(credit);
  }

  /// Null takes it away.
  synchronized void credit(@Nullable OwnCredit own) {
    credit = own;
  }

  /// The code for the case that these sheets do not come out, once they are paid.
  synchronized Optional<AgentMessage.CreditCode> promise() {
    return Optional.ofNullable(promise);
  }

  synchronized void promise(AgentMessage.CreditCode code) {
    promise = code;
  }

  synchronized void held(Optional<Booked> payment) {
    held = payment.orElse(null);
  }

  /// What is asked for.
  synchronized Optional<Paise> due() {
    return Optional.ofNullable(offer).map(Offer::due);
  }

  /// Why a payment is held.
  synchronized Optional<String> flag() {
    return Optional.ofNullable(held).map(Booked::flag).map(Enum::name);
  }

  synchronized SessionTile.Money money() {
    PayMethod method = offer == null ? PayMethod.CASH : offer.method();
    return new SessionTile.Money(method, teller(), held == null ? null : held.fact().amount());
  }

  private SessionTile.Teller teller() {
    if (offer == null || offer.method() != PayMethod.UPI || offer.address() != null) {
      return SessionTile.Teller.PERSON;
    }
    boolean silent = gatewaySilent && offer.charge() != null;
    return silent ? SessionTile.Teller.GATEWAY_SILENT : SessionTile.Teller.GATEWAY;
  }

  /// True when the gateway has gone silent while it is waited for, or speaks again.
  synchronized boolean gateway(boolean silent) {
    SessionTile.Teller before = teller();
    gatewaySilent = silent;
    return teller() != before;
  }

  synchronized Optional<PaymentTile> payment(String session, EasyName name) {
    String link = offer == null ? null : offer.link();
    return offer == null || link == null
        ? Optional.empty()
        : Optional.of(new PaymentTile(session, name, offer.due(), link, offer.until()));
  }
}
