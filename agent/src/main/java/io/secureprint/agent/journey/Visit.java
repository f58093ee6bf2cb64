// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.Receipt;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.CloseCode;
import io.secureprint.agent.intake.PhoneLine;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.pricing.QuoteSeal;
import io.secureprint.agent.printing.DocumentEvents;
import io.secureprint.agent.printing.SessionWorker;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.KeyRing;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.SessionFile;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentRefusal;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One customer's visit: the session, its document worker, the phone's line while there is one, and
/// how far things have come. Thread-safe; what is sent to a phone that is away is told again when it
/// comes back.
final class Visit implements DocumentEvents {
  private static final int MOST_RESUMES = 20;

  private final House house;
  private final PrintSession session;
  private final SessionWorker worker;
  private final String executionId;
  private final String sas;
  private final KeyRing.Key resume;
  private final KeyRing.Key salt;
  private final String receiptName;
  private final Runnable changed;
  private final Purse purse = new Purse();
  private final Printout printout;
  private final Leaving leaving = new Leaving();
  private final VisitSteps steps;
  private @Nullable PhoneLine line;
  private @Nullable Quote quote;
  private @Nullable Destroyed destroyed;
  private int resumes;

  Visit(House house, PrintSession session, String executionId, Badge badge, Runnable changed) {
    this.house = house;
    this.session = session;
    this.worker = new SessionWorker(house.workers(), session, this);
    this.executionId = executionId;
    this.sas = badge.sas();
    this.resume = badge.resume();
    this.salt = badge.salt();
    this.receiptName = badge.receiptName();
    this.changed = changed;
    this.steps = new VisitSteps(this, this::send, badge.workflow());
    this.printout = new Printout(house.rules().printHold(), house.clock());
  }

  PrintSession session() {
    return session;
  }

  SessionWorker worker() {
    return worker;
  }

  String executionId() {
    return executionId;
  }

  KeyRing.Key resume() {
    return resume;
  }

  synchronized Optional<Quote> quote() {
    return Optional.ofNullable(quote);
  }

  /// What binds money to this quote; empty once the session's keys are destroyed.
  Optional<String> seal(Quote paid) {
    return salt.copy().map(bytes -> {
      String seal = QuoteSeal.of(paid, bytes);
      Arrays.fill(bytes, (byte) 0);
      return seal;
    });
  }

  /// What the owner asks of the customer.
  VisitSteps steps() {
    return steps;
  }

  /// What is known of the paper.
  Printout printout() {
    return printout;
  }

  /// A phone has come, or come back: it is told everything there is to know.
  synchronized void arrived(PhoneLine phone) {
    line = phone;
    session.connected(house.clock().instant());
    if (house.sessions().place(session) > 0) {
      tellPlace();
      return;
    }
    phone.send(greeting());
    if (quote != null) {
      phone.send(Messages.quote(quote));
      payState().ifPresent(phone::send);
    }
    tellCredit();
    steps.tell();
    printout.progress().ifPresent(phone::send);
  }

  /// Counts another return of the phone: a session takes so many and no more, but any number while
  /// money is under way (decision 1).
  synchronized boolean mayResume() {
    return !session.state().clocksRun() || ++resumes <= MOST_RESUMES;
  }

  /// Tells a phone that waits outside where in the line it stands.
  synchronized void tellPlace() {
    int place = house.sessions().place(session);
    if (place > 0) {
      send(new AgentMessage.Waiting(place));
    }
  }

  /// The place in the line came up.
  synchronized void admitted() {
    if (line != null) {
      arrived(line);
    }
  }

  synchronized void left(PhoneLine phone) {
    if (phone.equals(line)) {
      line = null;
      session.disconnected(house.clock().instant());
    }
  }

  synchronized void send(AgentMessage message) {
    if (line != null) {
      line.send(message);
    }
  }

  synchronized void quoted(Quote next) {
    quote = next;
    send(Messages.quote(next));
    tellCredit();
    changed.run();
  }

  synchronized void unquoted() {
    quote = null;
    changed.run();
  }

  /// Tells the phone where the payment stands.
  synchronized void tellPayState() {
    payState().ifPresent(this::send);
    purse.promise().ifPresent(this::send);
    changed.run();
  }

  /// Tells the phone what its credits are worth: the one that it pays with, and the one that it gets if
  /// its sheets do not come out.
  synchronized void tellCredit() {
    purse.credit().map(own -> Messages.creditState(own, quote)).ifPresent(this::send);
    purse.promise().ifPresent(this::send);
  }

  /// How the customer pays, and what has come instead.
  Purse purse() {
    return purse;
  }

  /// What the kiosk shows to whoever is about to pay by UPI.
  Optional<PaymentTile> payment() {
    return session.state() == SessionState.AWAITING
        ? purse.payment(session.id(), session.name())
        : Optional.empty();
  }

  synchronized void printing(AgentMessage.Progress next) {
    if (printout.moved(next)) {
      send(next);
      changed.run();
    }
  }

  synchronized void trouble(String code) {
    printout.trouble(code);
    changed.run();
  }

  /// Workers die and keys are gone when this returns. `by` is who ends it, for the books.
  void ends(EndReason reason, String by) {
    leaving.begin(reason, by);
    worker.kill();
    session.keys().destroy();
  }

  /// Why it ends, once it does.
  Leaving leaving() {
    return leaving;
  }

  /// Money is there, and the sheets may be under way.
  boolean isPaid() {
    SessionState state = session.state();
    return state == SessionState.PAID || state == SessionState.PRINTING;
  }

  /// What the last try to destroy the data came to.
  synchronized Optional<Destroyed> destroyed() {
    return Optional.ofNullable(destroyed);
  }

  /// The last words to the phone, where it is there to hear them; else it finds its receipt when it
  /// comes back. What is not destroyed at the first try is said, and mended in the receipt later.
  synchronized void farewell(Destroyed done) {
    destroyed = done;
    send(Messages.over(leaving.reason()));
    Receipt receipt =
        new Receipt(
            session.id(),
            house.sign().build(),
            session.openedAt(),
            house.clock().instant(),
            leaving.reason().code(),
            printout.job().isPresent() ? house.printer().path() : "none",
            quote == null ? 0 : printout.sheets(quote.plan()),
            house.sign().hostFlags(),
            done);
    String text = receipt.signed(house.sign().key());
    house.receipts().keep(receiptName, text);
    send(new AgentMessage.Receipt(text));
    if (line != null) {
      line.close(CloseCode.SESSION_OVER);
      line = null;
    }
  }

  synchronized void hangUp(CloseCode code) {
    if (line != null) {
      line.close(code);
    }
  }

  synchronized SessionTile tile() {
    SessionTile.Money money = purse.money();
    boolean waiting = session.state() == SessionState.AWAITING && !money.byGateway();
    return new SessionTile(
        session.id(),
        executionId,
        session.name(),
        sas,
        stage(),
        session.files().size(),
        quote == null ? 0 : quote.plan().sheets(),
        purse.due().orElseGet(() -> quote == null ? Paise.ZERO : quote.cash()),
        printout.done(),
        printout.of(),
        waiting || printout.trouble().isPresent() || money.held() != null,
        code(),
        money,
        session.openedAt());
  }

  private @Nullable String code() {
    Optional<String> held = purse.flag();
    if (held.isPresent()) {
      return held.get();
    }
    return printout.trouble().orElseGet(this::fileTrouble);
  }

  /// Only while there is still something to do about it.
  private @Nullable String fileTrouble() {
    return session.state() == SessionState.CLAIMED ? session.fileTrouble().orElse(null) : null;
  }

  @Override
  public void fileOpened(int file, DocumentFacts facts) {
    session.opened(file, facts).ifPresent(this::tellFile);
  }

  @Override
  public void fileRefused(int file, String code) {
    boolean password =
        code.equals(DocumentRefusal.PDF_ENCRYPTED.name())
            || code.equals(DocumentRefusal.PDF_PASSWORD_WRONG.name());
    session.refused(file, code, password).ifPresent(this::tellFile);
  }

  @Override
  public void fileDamaged(int file, int chunk) {
    session.damaged(file, chunk).ifPresent(this::tellFile);
  }

  void tellFile(SessionFile file) {
    send(Messages.file(file));
    changed.run();
  }

  private AgentMessage.Session greeting() {
    return Messages.session(session, sas, house);
  }

  private Optional<AgentMessage> payState() {
    return Optional.ofNullable(quote)
        .map(q -> Messages.payState(session.state(), q, purse.offer(), house.clock().instant()));
  }

  private Stage stage() {
    return switch (session.state()) {
      case OPEN, CLAIMED -> Stage.CHOOSING;
      case AWAITING -> Stage.PAYING;
      case PAID, PRINTING -> Stage.PRINTING;
      case PRINTED -> Stage.COLLECT;
      case DESTROYING, DESTROYED, QUARANTINE -> printout.isPrinted() ? Stage.COLLECT : Stage.ENDED;
    };
  }

  /// What a phone brought with it when it claimed the session, and the workflow that ran then.
  record Badge(
      String sas,
      String receiptName,
      KeyRing.Key resume,
      KeyRing.Key salt,
      Shelf.Running workflow) {}
}
