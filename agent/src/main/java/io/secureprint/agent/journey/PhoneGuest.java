// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.CloseCode;
import io.secureprint.agent.intake.Guest;
import io.secureprint.agent.intake.PhoneLine;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.printing.PlanAnswer;
import io.secureprint.agent.printing.SealedSink;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.FileAnswer;
import io.secureprint.agent.session.FileRequest;
import io.secureprint.agent.session.KeyRing;
import io.secureprint.agent.session.KeyVault;
import io.secureprint.agent.session.SessionFile;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.StreamKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// One phone's connection to its visit: turns what it says into what the rooms do.
final class PhoneGuest implements Guest {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneGuest.class);

  private static final int MOST_DRAWN_AT_ONCE = 4;

  private final House house;
  private final Visits visits;
  private final Visit visit;
  private final PhoneLine line;
  private final KeyRing.Key previewKey;
  private final AtomicInteger drawing = new AtomicInteger();
  private int previews;

  PhoneGuest(House house, Visits visits, Visit visit, PhoneLine line, KeyRing.Key previewKey) {
    this.house = house;
    this.visits = visits;
    this.visit = visit;
    this.line = line;
    this.previewKey = previewKey;
  }

  @Override
  public void message(PhoneMessage message) {
    visit.session().active(house.clock().instant());
    boolean outside = house.sessions().place(visit.session()) > 0;
    if (outside && !(message instanceof PhoneMessage.DestroyNow)) {
      line.send(Messages.problem(message.getClass(), "PLEASE_WAIT"));
      return;
    }
    switch (message) {
      case PhoneMessage.FileOpen open -> open(open);
      case PhoneMessage.FileDone done -> done(done);
      case PhoneMessage.FileRemove(int fid) -> remove(fid);
      case PhoneMessage.FilePassword(int fid, String password) -> password(fid, password);
      case PhoneMessage.Options options -> options(options);
      case PhoneMessage.Preview(int side, int width) -> preview(side, width);
      case PhoneMessage.Pay(String quote, var method) -> visits.money().pay(visit, quote, method);
      case PhoneMessage.PayBack() -> visits.money().back(visit);
      case PhoneMessage.CreditUse(byte[] code) -> visits.money().useCredit(visit, new CreditCode(code));
      case PhoneMessage.CreditDrop() -> visits.money().dropCredit(visit);
      case PhoneMessage.StepInput input -> visits.answer(visit, input);
      case PhoneMessage.DestroyNow() -> visits.end(visit, EndReason.DELETED);
      case PhoneMessage.ChooseLanguage _,
          PhoneMessage.Claim _,
          PhoneMessage.Ping _,
          PhoneMessage.Close _ -> {}
    }
  }

  @Override
  public void chunk(int fid, int seg, int idx, byte[] sealed) {
    visit.session().active(house.clock().instant());
    try {
      heard(visit.session().chunk(fid, seg, idx, sealed), PhoneMessage.FileOpen.class, fid);
    } catch (IOException e) {
      LOG.error("the vault does not take a chunk of session {}", visit.session().id(), e);
      line.send(Messages.problem(PhoneMessage.FileOpen.class, "STORAGE_FULL", fid));
      remove(fid);
    }
  }

  @Override
  public void violation(CloseCode code, boolean repeated) {
    visits.alerts().raise("PROTOCOL_VIOLATION");
    if (repeated && visit.session().state().clocksRun()) {
      visits.end(visit, EndReason.ERROR);
    }
  }

  @Override
  public void dropped() {
    previewKey.drop();
    visit.left(line);
  }

  private void open(PhoneMessage.FileOpen open) {
    FileRequest request =
        new FileRequest(open.fid(), open.size(), open.seg(), open.start(), open.name());
    FileAnswer answer = visit.session().openFile(request, open.key(), open.nonce());
    heard(answer, PhoneMessage.FileOpen.class, open.fid())
        .ifPresent(visit::tellFile);
  }

  private void done(PhoneMessage.FileDone done) {
    FileAnswer answer = visit.session().done(done.fid(), done.chunks(), done.size());
    heard(answer, PhoneMessage.FileDone.class, done.fid())
        .ifPresent(file -> check(file, Optional.empty()));
  }

  /// No PDF has a longer one: what is beyond 127 bytes is not looked at by any reader.
  private void password(int fid, String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes >= KeyVault.SLOT_BYTES) {
      line.send(
          Messages.problem(
              PhoneMessage.FilePassword.class, DocumentRefusal.PDF_PASSWORD_WRONG.name(), fid));
      return;
    }
    heard(visit.session().retryWithPassword(fid), PhoneMessage.FilePassword.class, fid)
        .ifPresent(file -> check(file, Optional.of(password)));
  }

  private void check(SessionFile file, Optional<String> password) {
    visit.tellFile(file);
    visit.worker().open(file.fid(), file.size(), password);
  }

  private void remove(int fid) {
    heard(visit.session().remove(fid), PhoneMessage.FileRemove.class, fid).ifPresent(file -> {
      visit.worker().forget(fid);
      visit.unquoted();
      visit.tellFile(file);
    });
  }

  private Optional<SessionFile> heard(
      FileAnswer answer, Class<? extends PhoneMessage> request, int fid) {
    return switch (answer) {
      case FileAnswer.Accepted(SessionFile file) -> Optional.of(file);
      case FileAnswer.Ignored() -> Optional.empty();
      case FileAnswer.Refused(String code) -> {
        line.send(Messages.problem(request, code, fid));
        yield Optional.empty();
      }
      case FileAnswer.Violation(String code) -> {
        LOG.info("session {}: {}", visit.session().id(), code);
        line.violation(CloseCode.PROTOCOL_VIOLATION);
        yield Optional.empty();
      }
    };
  }

  private void options(PhoneMessage.Options options) {
    if (visit.session().state() != SessionState.CLAIMED) {
      line.send(Messages.problem(PhoneMessage.Options.class, "NOT_CHOOSING"));
      return;
    }
    Optional<String> notOffered = notOffered(options);
    if (notOffered.isPresent()) {
      visit.unquoted();
      line.send(Messages.problem(PhoneMessage.Options.class, notOffered.get()));
      return;
    }
    List<FileSelection> files = new ArrayList<>();
    for (PhoneMessage.Pages pages : options.files()) {
      Optional<List<PageRange>> ranges = Pages.parse(pages.pages());
      if (ranges.isEmpty()) {
        line.send(
            Messages.problem(PhoneMessage.Options.class, "PAGES_OUT_OF_RANGE", pages.fid()));
        return;
      }
      files.add(new FileSelection(pages.fid(), ranges.get()));
    }
    PrintOptions wanted =
        new PrintOptions(
            files, options.copies(), options.sides(), options.paper(), options.layout());
    visit.worker().plan(wanted, this::planned);
  }

  /// What this shop has no price or no printer for.
  private Optional<String> notOffered(PhoneMessage.Options options) {
    AgentMessage.Choices choices = house.choices();
    if (!choices.papers().contains(options.paper())) {
      return house.pricing().trouble().or(() -> Optional.of("PAPER_NOT_OFFERED"));
    }
    if (options.layout().colour() && !choices.colour()) {
      return Optional.of("COLOUR_NOT_OFFERED");
    }
    return options.sides().duplex() && !choices.duplex()
        ? Optional.of("DUPLEX_NOT_OFFERED")
        : Optional.empty();
  }

  private void planned(PlanAnswer answer) {
    switch (answer) {
      case PlanAnswer.Planned(var plan) -> visits.money().quote(visit, plan);
      case PlanAnswer.Refused(String code) -> {
        visit.unquoted();
        line.send(Messages.problem(PhoneMessage.Options.class, code));
      }
    }
  }

  /// The page asks for one at a time; whoever asks for more than a few waits for none of them.
  private void preview(int side, int width) {
    if (drawing.get() >= MOST_DRAWN_AT_ONCE) {
      line.send(Messages.problem(PhoneMessage.Preview.class, "LIMIT_REACHED"));
      return;
    }
    int id = ++previews;
    byte[] nonce = house.ids().bytes(16);
    previewKey.copy().ifPresentOrElse(
        key -> {
          drawing.incrementAndGet();
          visit.worker().draw(
              side, width, new StreamKey(key, nonce), new Picture(id, side, nonce));
        },
        () -> line.send(Messages.problem(PhoneMessage.Preview.class, "SESSION_OVER")));
  }

  /// Passes a sealed picture on to the phone.
  private final class Picture implements SealedSink {
    private final int id;
    private final int side;
    private final byte[] nonce;
    private volatile int last;

    Picture(int id, int side, byte[] nonce) {
      this.id = id;
      this.side = side;
      this.nonce = nonce;
    }

    @Override
    public void started(long size, int chunks) {
      last = chunks - 1;
      line.send(new AgentMessage.PreviewInfo(id, side, nonce, (int) size, chunks));
    }

    @Override
    public void chunk(int index, byte[] sealed) {
      line.sendPreview(id, index, sealed);
      if (index == last) {
        drawing.decrementAndGet();
      }
    }

    @Override
    public void refused(String code) {
      drawing.decrementAndGet();
      line.send(Messages.problem(PhoneMessage.Preview.class, code));
    }
  }
}
