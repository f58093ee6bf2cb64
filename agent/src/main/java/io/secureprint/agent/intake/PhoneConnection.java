// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.intake.ControlCodec.Decoded;
import io.secureprint.agent.intake.ControlRecords.Joined;
import io.secureprint.agent.intake.Doors.Arrival;
import io.secureprint.agent.intake.PhoneMessage.Claim;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One phone's socket from its opening to its end: handshake, CLAIM, conversation. [#run] is that
/// life, on a virtual thread; the other methods are called from the server's threads and do not
/// block.
final class PhoneConnection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneConnection.class);
  private static final Duration SUPERSEDE = Duration.ofSeconds(5);
  private static final int LEAST_DELAY_MS = 300;
  private static final int DELAY_SPREAD_MS = 301;

  private final PhoneSocket socket;
  private final String pageHost;
  private final Reception reception;
  private final Credit credit = new Credit();
  private final Inbox inbox = new Inbox(credit);
  private final UploadPace pace;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean open;
  private Optional<TurnedAway> failure = Optional.empty();

  /// `pageHost` is the `location.host` of the phone's page.
  PhoneConnection(PhoneSocket socket, String pageHost, Reception reception) {
    this.socket = socket;
    this.pageHost = pageHost;
    this.reception = reception;
    this.pace =
        new UploadPace(reception.settings().slow(), reception.settings().leastBytesPerSecond());
  }

  /// A binary message came; an empty array stands for anything else.
  void received(byte[] frame) {
    pace.received(frame.length);
    inbox.offer(frame);
    if (open) {
      inbox.broken().ifPresent(code -> socket.close(code.number()));
    }
  }

  /// The socket is closed.
  void gone() {
    inbox.end(null);
  }

  void close(CloseCode code) {
    inbox.end(null);
    socket.close(code.number());
  }

  @Override
  public void run() {
    try {
      greet().ifPresentOrElse(this::serve, this::refuse);
    } catch (RuntimeException e) {
      LOG.error("a connection failed", e);
      socket.close(CloseCode.INTERNAL_ERROR.number());
    } finally {
      inbox.end(null);
      over.countDown();
    }
  }

  private Optional<Greeting> greet() {
    return next()
        .filter(PhoneFrame.Hello.class::isInstance)
        .map(PhoneFrame.Hello.class::cast)
        .flatMap(this::answer);
  }

  private Optional<Greeting> answer(PhoneFrame.Hello hello) {
    Optional<Greeting> greeting = Greeting.answer(hello, pageHost, reception);
    if (greeting.isEmpty() && reception.refusals().add(hello.sid(), reception.now())) {
      reception.doors().guessed(hello.sid());
    }
    return greeting;
  }

  /// The next frame of a phone that has proved nothing yet; what it will have failed by, if it has.
  private Optional<PhoneFrame> next() {
    Optional<byte[]> frame = inbox.take(reception.settings().handshake());
    boolean left = frame.isEmpty() && inbox.ended();
    failure =
        left
            ? Optional.empty()
            : Optional.of(
                frame.isEmpty() ? TurnedAway.SOCKET_SILENT : TurnedAway.HANDSHAKE_REFUSED);
    return frame.map(PhoneFrame::parse);
  }

  private void serve(Greeting greeting) {
    Outbox outbox = new Outbox(socket, greeting.channel(), reception.settings().slow());
    Line line = new Line(socket, inbox, outbox, pace);
    try {
      socket.send(greeting.answer());
      claim(greeting, line)
          .ifPresentOrElse(guest -> converse(greeting, line, guest), this::refuse);
    } finally {
      reception.presence().leave(greeting.sid(), this);
      outbox.end();
    }
  }

  private Optional<Guest> claim(Greeting greeting, Line line) {
    Optional<Claim> claim = next().flatMap(frame -> claimIn(frame, greeting.channel()));
    if (claim.isPresent()) {
      failure = Optional.empty(); // it holds the keys; whether it may come in is the house's to say
    }
    return claim
        .filter(_ -> !greeting.resume() || takeOver(greeting.sid()))
        .flatMap(known -> reception.doors().claim(arrival(greeting, known), line));
  }

  private static Optional<Claim> claimIn(PhoneFrame frame, NoiseChannel channel) {
    if (frame instanceof PhoneFrame.Control(byte[] sealed)
        && channel.open(sealed).map(new ControlRecords(1)::add).orElse(null)
            instanceof Joined.Whole whole
        && ControlCodec.PHONE.decode(whole.message())
            instanceof Decoded.Known<PhoneMessage>(Claim claim)) {
      whole.clear();
      return Optional.of(claim);
    }
    return Optional.empty();
  }

  private Arrival arrival(Greeting greeting, Claim claim) {
    return new Arrival(
        greeting.sid(),
        greeting.resume(),
        greeting.resumePsk(),
        greeting.channel().sas(),
        claim,
        socket.remote());
  }

  /// Ends the connection before this one; false when its guest does not let go in time.
  private boolean takeOver(Sid sid) {
    return reception.presence().takeOver(sid, this).map(PhoneConnection::superseded).orElse(true);
  }

  private boolean superseded() {
    close(CloseCode.SUPERSEDED);
    try {
      return over.await(SUPERSEDE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void converse(Greeting greeting, Line line, Guest guest) {
    if (!greeting.resume()) {
      reception.presence().takeOver(greeting.sid(), this);
    }
    open = true;
    try {
      new Conversation(greeting.channel(), inbox, credit, pace, line, guest, reception).run();
      inbox.broken().ifPresent(code -> violated(greeting.sid(), code, guest));
    } catch (RuntimeException e) {
      LOG.error("session {} failed its phone", greeting.sid(), e);
      socket.close(CloseCode.INTERNAL_ERROR.number());
    } finally {
      guest.dropped();
    }
  }

  private void violated(Sid sid, CloseCode code, Guest guest) {
    socket.close(code.number());
    guest.violation(code, reception.presence().repeated(sid, reception.now()));
  }

  /// Always the same, whatever was wrong, so that nobody learns which sessions there are.
  private void refuse() {
    inbox.end(null);
    reception.refusals().add(socket.remote(), reception.now());
    failure.ifPresent(reception.doors()::turnedAway);
    try {
      TimeUnit.MILLISECONDS.sleep(LEAST_DELAY_MS + reception.ids().below(DELAY_SPREAD_MS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    socket.close(CloseCode.HANDSHAKE_REFUSED.number());
  }
}
