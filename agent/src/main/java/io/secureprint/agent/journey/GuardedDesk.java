// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The desk as people get to it: whoever does something may do it, types a PIN where one is needed,
/// and stands in the books by name. What a screen calls itself counts only in a shop without PINs.
/// Acting blocks while a PIN is asked for.
public final class GuardedDesk implements Desk {
  static final String PIN_NEEDED = "PIN_NEEDED";
  private static final Answer NOBODY = new Answer.Refused(PIN_NEEDED);

  private static final Set<String> WRONG = Set.of("UTR_WRONG", "PAYMENT_KNOWN");
  private static final int MOST_WRONG = 5;

  private final Desk desk;
  private final Shift shift;
  /// References in a row that were none, or were used before.
  private final AtomicInteger wrong = new AtomicInteger();

  public GuardedDesk(Desk desk, Shift shift) {
    this.desk = desk;
    this.shift = shift;
  }

  @Override
  public Observable<KioskTicket> ticket() {
    return desk.ticket();
  }

  @Override
  public boolean keepsCopies() {
    return desk.keepsCopies();
  }

  @Override
  public Observable<List<SessionTile>> sessions() {
    return desk.sessions();
  }

  @Override
  public Observable<ShopStatus> status() {
    return desk.status();
  }

  @Override
  public Observable<List<PaymentTile>> payments() {
    return desk.payments();
  }

  @Override
  public Owed owed() {
    return new GuardedOwed(desk.owed(), shift);
  }

  @Override
  public Answer confirmCash(String sessionId, Paise amount, String actor) {
    return by(shift.toTake(amount), amount, actor, name -> desk.confirmCash(sessionId, amount, name));
  }

  @Override
  public Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return typed(
        shift.toTake(amount), amount, actor, name -> desk.confirmUpi(sessionId, amount, utr, name));
  }

  @Override
  public Answer mark(String sessionId, Paise amount, String utr, String actor) {
    return typed(
        Permission.ACCEPT_ODD_SUM, amount, actor, name -> desk.mark(sessionId, amount, utr, name));
  }

  /// Whoever tries one reference after the other must have the owner beside them (`payments.md`
  /// 10.7).
  private Answer typed(
      Permission permission, Paise amount, String actor, Function<String, Answer> action) {
    boolean tooOften = wrong.get() >= MOST_WRONG;
    Answer answer = by(tooOften ? Permission.TAKE_DOUBTED : permission, amount, actor, action);
    switch (answer) {
      case Answer.Done() -> wrong.set(0);
      case Answer.Refused(String code) when WRONG.contains(code) -> wrong.incrementAndGet();
      case Answer.Refused _ -> {}
    }
    return answer;
  }

  @Override
  public Answer accept(String sessionId, String reason, String actor) {
    return by(
        Permission.ACCEPT_ODD_SUM,
        Paise.ZERO,
        actor,
        name -> desk.accept(sessionId, reason, name));
  }

  @Override
  public Answer useCredit(String sessionId, String brief, String actor) {
    return by(
        Permission.SERVE, Paise.ZERO, actor, name -> desk.useCredit(sessionId, brief, name));
  }

  @Override
  public Answer cancel(String sessionId, String actor) {
    return by(Permission.SERVE, Paise.ZERO, actor, name -> desk.cancel(sessionId, name));
  }

  @Override
  public Answer reopen(String actor) {
    return by(Permission.REOPEN, Paise.ZERO, actor, desk::reopen);
  }

  private Answer by(
      Permission permission, Paise amount, String actor, Function<String, Answer> action) {
    return shift.person(new Shift.Wish(permission, amount), actor).map(action).orElse(NOBODY);
  }
}
