// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.Lane;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The shop's side of the journeys: the QR, the tiles, the shop's state, and what people do.
public final class ShopDesk implements Desk, Consumer<Destroyed> {
  private final Sessions sessions;
  private final Visits visits;
  private final PrinterDriver printer;
  private final Offering offering;
  private final ShopPrinters printers;
  private final Lane lane;
  private final Pricing pricing;
  private final String page;
  private final OwedDesk owed;
  private final Observable<KioskTicket> ticket;
  private final Destruction destruction;
  private final Standing standing;
  private volatile List<String> seen = List.of();
  private volatile List<String> ofMoney = List.of();

  /// `page` is the phone page's address, up to and without the fragment.
  public ShopDesk(
      House house,
      Visits visits,
      Claims claims,
      Refunds refunds,
      ShopPrinters printers,
      String page) {
    this.sessions = house.sessions();
    this.visits = visits;
    this.printer = house.printer();
    this.offering = house.offering();
    this.printers = printers;
    this.lane = house.lane();
    this.pricing = house.pricing();
    this.owed = new OwedDesk(claims, refunds);
    this.destruction = house.destruction();
    this.standing = new Standing(house.clock());
    this.page = page;
    this.ticket = new Observable<>(new KioskTicket("#", house.clock().instant()));
  }

  @Override
  public Observable<KioskTicket> ticket() {
    return ticket;
  }

  @Override
  public boolean keepsCopies() {
    return printer.keepsCopies();
  }

  @Override
  public Observable<List<SessionTile>> sessions() {
    return visits.book().tiles();
  }

  @Override
  public Observable<ShopStatus> status() {
    return standing.status();
  }

  @Override
  public Answer confirmCash(String sessionId, Paise amount, String actor) {
    return visits.money().confirmCash(sessionId, amount, actor);
  }

  @Override
  public Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return visits.money().confirmUpi(sessionId, amount, utr, actor);
  }

  @Override
  public Answer mark(String sessionId, Paise amount, String utr, String actor) {
    return visits.money().mark(sessionId, amount, utr, actor);
  }

  @Override
  public Answer accept(String sessionId, String reason, String actor) {
    return visits.money().accept(sessionId, reason, actor);
  }

  @Override
  public Answer useCredit(String sessionId, String brief, String actor) {
    return visits.money().useCredit(sessionId, brief, actor);
  }

  @Override
  public Observable<List<PaymentTile>> payments() {
    return visits.book().payments();
  }

  @Override
  public Answer cancel(String sessionId, String actor) {
    return visits.cancel(sessionId, actor);
  }

  @Override
  public Owed owed() {
    return owed;
  }

  @Override
  public Answer reopen(String actor) {
    List<String> codes = standing.toBeLookedAt();
    Optional<String> left = visits.unerased().stream().filter(codes::contains).findFirst();
    if (left.isPresent()) {
      return new Answer.Refused(left.get());
    }
    if (!codes.isEmpty() && !destruction.lookedAt(codes, actor)) {
      return new Answer.Refused("STORAGE_FAILED");
    }
    standing.lookedAt(codes);
    stand();
    return new Answer.Done();
  }

  /// What a former run has left, before the doors open: `failures` of wiping it, and whatever nobody
  /// has looked at since.
  public void takeUp(List<String> failures) {
    failures.forEach(standing::note);
    destruction.closes(failures);
    destruction.toBeLookedAt().forEach(standing::note);
    stand();
  }

  /// Notes something that stays until the agent is started again, or, where it closes the shop, until
  /// a person has looked.
  public void note(String code) {
    standing.note(code);
    stand();
  }

  /// A destruction that did not succeed: for a disk of ours the shop closes at once.
  @Override
  public void accept(Destroyed destroyed) {
    destroyed.closing().forEach(standing::note);
    stand();
  }

  /// Shows a fresh QR where one is due. Called every second and on each claim.
  public void refreshTicket() {
    synchronized (ticket) {
      showTicket();
    }
  }

  private void showTicket() {
    Optional<Sessions.Ticket> now = sessions.ticket();
    KioskTicket next =
        now.map(shown -> new KioskTicket(page + "#" + shown.fragment(), shown.since()))
            .orElse(new KioskTicket("#", ticket.get().since()));
    if (!next.equals(ticket.get())) {
      ticket.set(next);
    }
  }

  /// Looks at the printer, which may take its time, and at everything else but the books: a database
  /// that does not answer must not keep the shop open. Called every few seconds. `broken` is what has
  /// failed of the machinery that the shop stands on.
  public void lookAround(List<String> broken) {
    PrinterStatus status = printers.look();
    offering.refresh();
    List<String> codes = new ArrayList<>(broken);
    codes.addAll(ofMoney);
    codes.addAll(troubles(status));
    seen = codes;
    stand();
  }

  /// Looks into the books. Called every few seconds; `codes` is what people should know of the money.
  public void lookAtMoney(List<String> codes) {
    ofMoney = codes;
    owed.refresh();
  }

  /// Opens or closes the shop by what is known.
  private void stand() {
    List<String> codes = new ArrayList<>(seen);
    codes.addAll(visits.unerased());
    synchronized (standing) {
      if (standing.see(codes, visits.alerts().codes())) {
        sessions.reopen();
      } else {
        sessions.close();
      }
    }
    refreshTicket();
  }

  private List<String> troubles(PrinterStatus seen) {
    List<String> codes = new ArrayList<>();
    pricing.trouble().ifPresent(codes::add);
    visits.money().trouble().ifPresent(codes::add);
    if (!lane.isOpen()) {
      codes.add(Destroyed.SPOOL);
    }
    if (!sessions.roomy()) {
      codes.add("STORAGE_FULL");
    }
    codes.addAll(ShopPrinters.codes(seen));
    return codes;
  }
}
