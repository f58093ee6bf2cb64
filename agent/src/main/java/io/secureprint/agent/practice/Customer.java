// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.AgentMessage.PayStage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.driver.api.Paper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// A scripted customer with a phone, an errand and a watch. What goes otherwise than it must ends the
/// script and stands in the report. For one thread at a time.
final class Customer implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final int LONGEST_WHY = 200;
  private static final String MEDIA_EMPTY = "media-empty";
  private static final Set<PrintStage> FINAL =
      EnumSet.of(PrintStage.PRINTED, PrintStage.FAILED, PrintStage.UNKNOWN);

  private final Person who;
  private final Errand errand;
  private final Story story;
  private final Runnable pause;
  private final Watch watch;
  private final List<AgentMessage.FileState> files = new ArrayList<>();
  private final List<String> met = new ArrayList<>();
  private ShopDoor.@Nullable Arrival arrival;
  private AgentMessage.@Nullable Quote quote;
  private @Nullable String receipt;
  private @Nullable String offScript;

  /// `pause` is what people do between two steps: they look.
  Customer(Person who, Errand errand, Story story, InstantSource clock, Runnable pause) {
    this.who = who;
    this.errand = errand;
    this.story = story;
    this.pause = pause;
    this.watch = new Watch(clock);
  }

  /// Goes on with the script, unless it has gone wrong before.
  void follow(Script script) {
    if (offScript != null) {
      return;
    }
    try {
      script.act(this);
    } catch (OffScript | IOException e) {
      offScript = brief(String.valueOf(e.getMessage()));
      story.tell(who, Moment.OFF_SCRIPT, offScript);
    }
  }

  /// One line, of what may be all that a phone has heard.
  private static String brief(String message) {
    String line = message.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_WHY ? line : line.substring(0, LONGEST_WHY) + " …";
  }

  void scans(ShopDoor door, InetAddress from) {
    watch.begin();
    ShopDoor.Arrival here = door.enter(from);
    arrival = here;
    here.phone().answers(errand.answers());
    watch.end(Phase.SESSION);
    AgentMessage.Session session = here.session();
    story.tell(who, Moment.SCANS, session.name(), session.nameHi(), session.sas());
  }

  /// Uploads everything and asks for its price.
  void choosesSheets() {
    pause.run();
    uploads();
    pause.run();
    watch.begin();
    List<PhoneMessage.Pages> all =
        files.stream().map(file -> new PhoneMessage.Pages(file.fid(), "")).toList();
    phone().send(new PhoneMessage.Options(all, 1, errand.sides(), Paper.A4));
    AgentMessage.Quote said = phone().await(AgentMessage.Quote.class);
    watch.end(Phase.OPTIONS);
    quote = said;
    story.tell(who, Moment.SEES_PRICE, said.sheets(), said.printedSides(), said.total());
    if (said.sheets() != errand.sheets()
        || (errand.price() != null && !errand.price().equals(said.total()))) {
      throw new OffScript(said.sheets() + " sheets for " + said.total() + " are not as it must be");
    }
  }

  private void uploads() {
    watch.begin();
    for (byte[] document : errand.documents()) {
      phone().upload("document.pdf", document);
    }
    for (int fid = 1; fid <= errand.documents().size(); fid++) {
      files.add(checked(fid));
    }
    watch.end(Phase.UPLOAD);
    story.tell(who, Moment.UPLOADS, errand.documents().size(), Math.ceilDiv(errand.bytes(), 1_000));
  }

  private AgentMessage.FileState checked(int fid) {
    AgentMessage.FileState state =
        phone().await(
            AgentMessage.FileState.class,
            file ->
                file.fid() == fid
                    && (file.status() == FileStatus.READY || file.status() == FileStatus.REFUSED));
    if (state.status() == FileStatus.REFUSED) {
      throw new OffScript("file " + fid + " is refused: " + state.code());
    }
    return state;
  }

  /// Chooses UPI; the answer is the link in the QR.
  String wantsUpi() {
    pause.run();
    watch.begin();
    wants(PayMethod.UPI);
    AgentMessage.PayState asked =
        phone().await(AgentMessage.PayState.class, state -> state.upi() != null);
    story.tell(who, Moment.GETS_UPI_QR, asked.amount());
    return Objects.requireNonNull(asked.upi()).link();
  }

  /// Goes to the counter with cash.
  void wantsCash() {
    pause.run();
    watch.begin();
    wants(PayMethod.CASH);
  }

  private void wants(PayMethod method) {
    phone().send(new PhoneMessage.Pay(quote().id(), method));
  }

  /// Pays what a link asks for.
  void pays(UpiApp upi, String link) {
    pause.run();
    story.tell(who, Moment.PAYS, quote().total());
    upi.pay(link);
  }

  /// Tries to pay, and the bank says no. Nothing may come out.
  void paysInVain(UpiApp upi, String link, PracticePrinter printer) throws IOException {
    int before = printer.printed();
    upi.tryInVain(link);
    met.add("PAYMENT_FAILED");
    story.tell(who, Moment.BANK_REFUSES, quote().total());
    if (printer.printed() != before) {
      throw new OffScript("something was printed for a payment that the bank refused");
    }
  }

  void isPaid() {
    phone().await(AgentMessage.PayState.class, state -> state.state() == PayStage.PAID);
    watch.end(Phase.PAYMENT);
    story.tell(who, Moment.IS_PAID);
  }

  void hearsThatPaperIsOut() {
    phone().await(AgentMessage.Progress.class, told -> told.reasons().contains(MEDIA_EMPTY));
    met.add(MEDIA_EMPTY);
    story.tell(who, Moment.PAPER_IS_OUT, MEDIA_EMPTY);
  }

  /// Waits for the sheets, and for the receipt.
  void collects() {
    AgentMessage.Progress last =
        phone().await(AgentMessage.Progress.class, told -> FINAL.contains(told.stage()));
    watch.end(Phase.PRINTING);
    if (last.stage() == PrintStage.PRINTED) {
      story.tell(who, Moment.HAS_SHEETS, last.of());
    } else {
      story.tell(who, Moment.HAS_NO_SHEETS);
    }
    receipt = phone().await(AgentMessage.Receipt.class).text();
    watch.end(Phase.CLEANUP);
    story.tell(who, Moment.DATA_DESTROYED);
  }

  void leaves() {
    pause.run();
    phone().drop();
    watch.begin();
    story.tell(who, Moment.LEAVES);
  }

  /// Finds out at home what became of the data.
  void looksForReceipt(Duration patience) {
    Optional<String> found = phone().receipt();
    while (found.isEmpty() && watch.sinceBegin().compareTo(patience) < 0) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      found = phone().receipt();
    }
    receipt = found.orElseThrow(() -> new OffScript("no receipt"));
    story.tell(who, Moment.STAYS_AWAY, watch.sinceBegin().toMillis() / 1e3);
    story.tell(who, Moment.DATA_DESTROYED);
  }

  /// Takes the documents back, where the script has gone wrong and the shop is still there.
  void givesUp() {
    if (offScript != null && arrival != null && arrival.phone().connected()) {
      offScript = null;
      follow(customer -> customer.phone().send(new PhoneMessage.DestroyNow()));
    }
  }

  CustomerReport report(Scene scene, String expected, String shopKey) {
    ShopDoor.Arrival here = arrival;
    return CustomerReport.of(
        new CustomerReport.Part(who, scene, expected),
        here == null ? null : here.session(),
        Optional.ofNullable(quote).map(paid -> CustomerReport.Job.of(errand, files, paid)).orElse(null),
        watch.took(),
        met,
        receipt == null ? null : CustomerReport.Receipt.of(receipt, shopKey),
        offScript);
  }

  @Override
  public void close() {
    if (arrival != null) {
      arrival.phone().close();
    }
  }

  private PracticePhone phone() {
    return Objects.requireNonNull(arrival, "scans first").phone();
  }

  private AgentMessage.Quote quote() {
    return Objects.requireNonNull(quote, "chooses first");
  }

  /// What a customer does.
  @FunctionalInterface
  interface Script {
    void act(Customer customer) throws IOException;
  }
}
