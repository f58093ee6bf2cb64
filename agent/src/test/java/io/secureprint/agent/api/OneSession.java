// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.session.EasyName;

import java.time.Instant;
import java.util.List;

/// A shop with one customer who is about to pay.
final class OneSession implements Desk {
  private static final SessionTile TILE =
      new SessionTile(
          "session-1", "execution-1", new EasyName("Blue Mango", "नीला आम", "#0072b2"), "5608",
          Stage.PAYING, 1, 3, new Paise(600), 0, 3, true, null,
          SessionTile.Money.CASH, Instant.parse("2026-11-21T05:10:00Z"));

  @Override
  public Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return new Answer.Refused("NOT_HERE");
  }

  @Override
  public Answer mark(String sessionId, Paise amount, String utr, String actor) {
    return new Answer.Refused("NOT_HERE");
  }

  @Override
  public Answer accept(String sessionId, String reason, String actor) {
    return new Answer.Refused("NOT_HERE");
  }

  @Override
  public Answer useCredit(String sessionId, String brief, String actor) {
    throw new AssertionError("the API only reads");
  }

  @Override
  public Observable<List<PaymentTile>> payments() {
    return new Observable<>(List.of());
  }

  @Override
  public Observable<KioskTicket> ticket() {
    return new Observable<>(new KioskTicket("#", clock()));
  }

  @Override
  public boolean keepsCopies() {
    return false;
  }

  @Override
  public Observable<List<SessionTile>> sessions() {
    return new Observable<>(List.of(TILE));
  }

  @Override
  public Observable<ShopStatus> status() {
    return new Observable<>(new ShopStatus(ShopStatus.State.ATTENTION, List.of()));
  }

  @Override
  public Answer reopen(String actor) {
    throw new AssertionError("the API does not ask for it");
  }

  @Override
  public Owed owed() {
    throw new AssertionError("the API does not ask for it");
  }

  @Override
  public Answer confirmCash(String sessionId, Paise amount, String actor) {
    throw new AssertionError("the API only reads");
  }

  @Override
  public Answer cancel(String sessionId, String actor) {
    throw new AssertionError("the API only reads");
  }

  private static Instant clock() {
    return Instant.EPOCH;
  }
}
