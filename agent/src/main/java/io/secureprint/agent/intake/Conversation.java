// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.intake.ControlCodec.Decoded;
import io.secureprint.agent.intake.ControlRecords.Joined;
import io.secureprint.agent.intake.PhoneMessage.ChooseLanguage;
import io.secureprint.agent.intake.PhoneMessage.Claim;
import io.secureprint.agent.intake.PhoneMessage.Close;
import io.secureprint.agent.intake.PhoneMessage.CreditDrop;
import io.secureprint.agent.intake.PhoneMessage.CreditUse;
import io.secureprint.agent.intake.PhoneMessage.DestroyNow;
import io.secureprint.agent.intake.PhoneMessage.FileDone;
import io.secureprint.agent.intake.PhoneMessage.FileOpen;
import io.secureprint.agent.intake.PhoneMessage.FilePassword;
import io.secureprint.agent.intake.PhoneMessage.FileRemove;
import io.secureprint.agent.intake.PhoneMessage.Options;
import io.secureprint.agent.intake.PhoneMessage.Pay;
import io.secureprint.agent.intake.PhoneMessage.PayBack;
import io.secureprint.agent.intake.PhoneMessage.Ping;
import io.secureprint.agent.intake.PhoneMessage.Preview;
import io.secureprint.agent.intake.PhoneMessage.StepInput;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// The open part of a connection, from CREDIT to the end of its inbox. Runs on one virtual thread.
final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final Duration TICK = Duration.ofMillis(250);

  private final NoiseChannel channel;
  private final Inbox inbox;
  private final Credit credit;
  private final UploadPace pace;
  private final Line line;
  private final Guest guest;
  private final Reception reception;
  private final ControlRecords records = new ControlRecords(ControlRecords.MOST_FROM_PHONE);

  Conversation(
      NoiseChannel channel,
      Inbox inbox,
      Credit credit,
      UploadPace pace,
      Line line,
      Guest guest,
      Reception reception) {
    this.channel = channel;
    this.inbox = inbox;
    this.credit = credit;
    this.pace = pace;
    this.line = line;
    this.guest = guest;
    this.reception = reception;
  }

  void run() {
    line.send(new AgentMessage.Credit(credit.open()));
    while (!inbox.ended()) {
      inbox.take(TICK).ifPresent(this::handle);
      if (credit.enough() && pace.tooSlow(reception.now())) {
        line.close(CloseCode.TOO_SLOW);
      }
    }
  }

  private void handle(byte[] frame) {
    switch (PhoneFrame.parse(frame)) {
      case PhoneFrame.Control(byte[] sealed) -> control(sealed);
      case PhoneFrame.Chunk chunk -> {
        guest.chunk(chunk.fid(), chunk.seg(), chunk.idx(), chunk.sealed());
        consumed(frame.length);
      }
      case PhoneFrame.Hello _ -> violation("a second handshake");
      case PhoneFrame.Malformed(String why) -> violation(why);
    }
  }

  private void consumed(int bytes) {
    boolean starved = !credit.enough();
    long grant = credit.consume(bytes);
    if (grant > 0) {
      if (starved) {
        pace.restart(reception.now());
      }
      line.send(new AgentMessage.Credit(grant));
    }
  }

  private void control(byte[] sealed) {
    channel.open(sealed).ifPresentOrElse(this::record, () -> violation("a record does not open"));
  }

  private void record(byte[] clear) {
    switch (records.add(clear)) {
      case Joined.Partial _ -> {}
      case Joined.Broken(String why) -> violation(why);
      case Joined.Whole whole -> {
        Decoded<PhoneMessage> decoded = ControlCodec.PHONE.decode(whole.message());
        whole.clear();
        decoded(decoded);
      }
    }
  }

  private void decoded(Decoded<PhoneMessage> decoded) {
    switch (decoded) {
      case Decoded.Known<PhoneMessage>(PhoneMessage message) -> message(message);
      case Decoded.Malformed<PhoneMessage>(String why) -> violation(why);
      case Decoded.Unsupported<PhoneMessage>(int type) ->
          line.send(new AgentMessage.Problem("UNSUPPORTED", null, type, true));
    }
  }

  private void message(PhoneMessage message) {
    switch (message) {
      case Ping _ -> line.send(new AgentMessage.Pong());
      case Close _ -> line.close(CloseCode.GOODBYE);
      case Claim _ -> violation("a second CLAIM");
      case FileOpen open -> {
        pace.opened(open.fid(), reception.now());
        guest.message(open);
      }
      case FileDone done -> {
        pace.closed(done.fid());
        guest.message(done);
      }
      case FileRemove remove -> {
        pace.closed(remove.fid());
        guest.message(remove);
      }
      case ChooseLanguage _,
          FilePassword _,
          Options _,
          Preview _,
          Pay _,
          PayBack _,
          CreditUse _,
          CreditDrop _,
          StepInput _,
          DestroyNow _ ->
          guest.message(message);
    }
  }

  private void violation(String why) {
    LOG.debug("protocol violation: {}", why);
    line.violation(CloseCode.PROTOCOL_VIOLATION);
  }
}
