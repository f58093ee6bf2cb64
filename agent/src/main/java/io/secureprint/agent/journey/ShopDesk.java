// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.Lane;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Clock clock;
  private final String page;
  private final OwedDesk owed;
  private final Observable<KioskTicket> ticket;
  private final Observable<ShopStatus> status =
      new Observable<>(new ShopStatus(ShopStatus.State.OPEN, List.of()));
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private final Map<String, Boolean> lasting = new ConcurrentHashMap<>();

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
    this.clock = house.clock();
    this.page = page;
    this.ticket = new Observable<>(new KioskTicket("#", clock.instant()));
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
    return status;
  }

  @Override
  public Answer confirmCash(String sessionId, Paise amount, String actor) {
    return visits.confirmCash(sessionId, amount, actor);
  }

  @Override
  public Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return visits.confirmUpi(sessionId, amount, utr, actor);
  }

  @Override
  public Answer accept(String sessionId, String actor) {
    return visits.accept(sessionId, actor);
  }

  @Override
  public Answer useCredit(String sessionId, String brief, String actor) {
    return visits.useCredit(sessionId, brief);
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

  /// Notes something that stays until the agent is started again.
  public void note(String code, boolean closes) {
    lasting.put(code, closes);
    if (closes) {
      sessions.close();
    }
  }

  /// A destruction that did not succeed: for a disk of ours the shop closes.
  @Override
  public void accept(Destroyed destroyed) {
    destroyed.failures().stream()
        .filter(code -> !code.equals(Destroyed.SPOOL))
        .forEach(code -> note(code, Destroyed.closesShop(code)));
    refreshTicket();
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

  /// Looks at the printer, which may take its time, and at everything else. Called every few seconds.
  /// `ours` is whether this PC still has the address that the QR tells.
  public void lookAround(boolean ours) {
    PrinterStatus seen = printers.look();
    offering.refresh();
    synchronized (since) {
      look(seen, ours);
    }
  }

  private void look(PrinterStatus seen, boolean ours) {
    owed.refresh();
    Set<String> closing = new LinkedHashSet<>();
    lasting.forEach((code, closes) -> {
      if (closes) {
        closing.add(code);
      }
    });
    if (!ours) {
      closing.add("ADDRESS_CHANGED");
    }
    open(closing.isEmpty());
    List<String> codes = new ArrayList<>(lasting.keySet());
    codes.addAll(closing);
    codes.addAll(troubles(seen));
    ShopStatus.State state =
        closing.isEmpty()
            ? (codes.isEmpty() ? ShopStatus.State.OPEN : ShopStatus.State.ATTENTION)
            : ShopStatus.State.CLOSED;
    codes.addAll(visits.alerts().codes());
    since.keySet().retainAll(codes);
    codes.forEach(code -> since.putIfAbsent(code, clock.instant()));
    ShopStatus next = new ShopStatus(state, notes(codes, closing));
    if (!next.equals(status.get())) {
      status.set(next);
    }
  }

  private void open(boolean wanted) {
    if (wanted) {
      sessions.reopen();
    } else {
      sessions.close();
    }
    refreshTicket();
  }

  private List<String> troubles(PrinterStatus seen) {
    List<String> codes = new ArrayList<>();
    pricing.trouble().ifPresent(codes::add);
    visits.payTrouble().ifPresent(codes::add);
    if (!lane.isOpen()) {
      codes.add(Destroyed.SPOOL);
    }
    if (!sessions.roomy()) {
      codes.add("STORAGE_FULL");
    }
    codes.addAll(ShopPrinters.codes(seen));
    return codes;
  }

  private List<ShopStatus.Note> notes(List<String> codes, Set<String> closing) {
    return codes.stream()
        .distinct()
        .map(
            code ->
                new ShopStatus.Note(
                    code,
                    "",
                    since.getOrDefault(code, clock.instant()),
                    closing.contains(code)))
        .toList();
  }
}
