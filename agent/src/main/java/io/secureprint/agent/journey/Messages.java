// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.ControlCodec;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.payment.CreditPlan;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.FileStatus;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.SessionFile;
import io.secureprint.agent.session.SessionLimits;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.SheetSide;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the rooms know, in the words of the wire.
final class Messages {
  private Messages() {}

  static AgentMessage.Session session(
      PrintSession session, String sas, House house) {
    PrintSession.Rest rest = session.rest(house.clock().instant());
    House.Sign sign = house.sign();
    SessionLimits limits = house.sessions().limits();
    return new AgentMessage.Session(
        session.id(),
        session.name().english(),
        session.name().hindi(),
        session.name().colour(),
        sas,
        "L0",
        sign.shop(),
        sign.key().verifierKey(),
        new AgentMessage.Limits(
            limits.fileBytes(), limits.sessionBytes(), limits.files(), limits.pages()),
        rest.idle().toMillis(),
        rest.life().toMillis(),
        house.printer().keepsCopies(),
        house.rules().methods(),
        house.choices(),
        session.files().stream().map(Messages::file).toList());
  }

  static AgentMessage.FileState file(SessionFile file) {
    Optional<DocumentFacts> facts = file.facts();
    return new AgentMessage.FileState(
        file.fid(),
        file.name(),
        file.size(),
        file.next(),
        status(file.status()),
        file.code().orElse(null),
        facts.map(known -> known.pages().size()).orElse(null),
        facts.map(Messages::colourPages).orElse(null),
        facts.map(known -> known.kind().code()).orElse(null));
  }

  static AgentMessage.Quote quote(Quote quote) {
    List<AgentMessage.Part> parts = new ArrayList<>();
    quote.parts().forEach(part -> parts.add(part(part)));
    long rounding = quote.cash().value() - quote.total().value();
    if (rounding != 0) {
      parts.add(
          new AgentMessage.Part(
              AgentMessage.PartKind.ROUNDING, AgentMessage.PartSides.ONE, 1, rounding, rounding, null));
    }
    return new AgentMessage.Quote(
        quote.id(),
        quote.plan().sheets(),
        quote.plan().printedSides(),
        quote.plan().copies(),
        quote.plan().paper(),
        quote.plan().layout(),
        quote.plan().oneCopy().stream().map(SheetSide::turn).toList(),
        quote.plan().sides(),
        quote.plan().oneCopy().stream().map(Messages::placed).toList(),
        parts,
        otherwise(quote.otherwise()),
        quote.total(),
        quote.cash());
  }

  static AgentMessage.Status over(EndReason reason) {
    AgentMessage.EndReason told =
        switch (reason) {
          case PRINTED -> AgentMessage.EndReason.PRINTED;
          case DELETED -> AgentMessage.EndReason.DELETED;
          case IDLE -> AgentMessage.EndReason.IDLE;
          case GONE -> AgentMessage.EndReason.GONE;
          case EXPIRED -> AgentMessage.EndReason.EXPIRED;
          case CANCELLED -> AgentMessage.EndReason.CANCELLED;
          case ERROR -> AgentMessage.EndReason.ERROR;
          case SHUTDOWN -> AgentMessage.EndReason.SHUTDOWN;
        };
    return new AgentMessage.Status(AgentMessage.SessionStage.OVER, told, null);
  }

  /// Where the payment of this quote stands.
  static AgentMessage.PayState payState(
      SessionState state, Quote quote, Optional<Offer> offer, Instant now) {
    AgentMessage.PayStage stage =
        switch (state) {
          case OPEN, CLAIMED -> AgentMessage.PayStage.NONE;
          case AWAITING -> AgentMessage.PayStage.AWAITING;
          case PAID, PRINTING, PRINTED, DESTROYING, DESTROYED, QUARANTINE ->
              AgentMessage.PayStage.PAID;
        };
    Offer stands = offer.orElseGet(() -> Offer.cash("", quote.cash(), now));
    boolean awaiting = stage == AgentMessage.PayStage.AWAITING;
    return new AgentMessage.PayState(
        stage, stands.method(), stands.due(), quote.id(), awaiting ? upi(stands, now) : null);
  }

  /// What a customer's credit is worth, and what is left of this quote to pay beside it.
  static AgentMessage.CreditState creditState(OwnCredit credit, @Nullable Quote quote) {
    AgentMessage.Helps helps = null;
    if (quote != null) {
      CreditPlan plan = credit.plan(quote);
      boolean any = !plan.used().equals(Paise.ZERO);
      helps =
          new AgentMessage.Helps(
              quote.id(), plan.used(), plan.rest(), any ? plan.restInCash() : quote.cash());
    }
    return new AgentMessage.CreditState(credit.code().bytes(), credit.worth(), helps);
  }

  /// The code by which a customer comes back for what was paid.
  static AgentMessage.CreditCode creditCode(CreditCode code, Paise amount, Instant until) {
    return new AgentMessage.CreditCode(
        code.bytes(), code.brief(), amount, until.toEpochMilli());
  }

  /// What a UPI app needs; null where there is nothing to scan (yet).
  private static AgentMessage.@Nullable Upi upi(Offer offer, Instant now) {
    String link = offer.link();
    if (link == null) {
      return null;
    }
    QrModules qr = QrModules.of(link);
    long left = Math.max(0, Duration.between(now, offer.until()).toMillis());
    boolean issued = offer.charge() != null;
    return new AgentMessage.Upi(link, issued, offer.address(), qr.side(), qr.bits(), left);
  }

  /// Something that no request of the phone's asked for.
  static AgentMessage.Problem problem(String code) {
    return new AgentMessage.Problem(code, null, null, true);
  }

  /// The answer to a request that is refused.
  static AgentMessage.Problem problem(Class<? extends PhoneMessage> request, String code) {
    return new AgentMessage.Problem(code, null, ControlCodec.PHONE.type(request), true);
  }

  static AgentMessage.Problem problem(
      Class<? extends PhoneMessage> request, String code, int fid) {
    return new AgentMessage.Problem(code, fid, ControlCodec.PHONE.type(request), true);
  }

  private static int colourPages(DocumentFacts facts) {
    return (int) facts.pages().stream().filter(PageFacts::colour).count();
  }

  private static AgentMessage.@Nullable Otherwise otherwise(@Nullable Paise total) {
    return total == null ? null : new AgentMessage.Otherwise(total, total.roundedToRupee());
  }

  private static AgentMessage.PlacedPages placed(SheetSide side) {
    Stream<Integer> numbers =
        side.pages().stream()
            .flatMap(page -> Stream.of(page.file(), page.page(), side.colour() ? 1 : 0));
    return new AgentMessage.PlacedPages(
        side.blank() ? List.of(0, 0, 0) : numbers.toList());
  }

  private static AgentMessage.Part part(Quote.Part part) {
    AgentMessage.PartKind what =
        switch (part.what()) {
          case MONO -> AgentMessage.PartKind.MONO;
          case COLOUR -> AgentMessage.PartKind.COLOUR;
          case BREAK -> AgentMessage.PartKind.BREAK;
          case PAPER -> AgentMessage.PartKind.PAPER;
          case DISCOUNT -> AgentMessage.PartKind.DISCOUNT;
          case MINIMUM -> AgentMessage.PartKind.MINIMUM;
        };
    AgentMessage.PartSides sides =
        part.duplex() ? AgentMessage.PartSides.TWO : AgentMessage.PartSides.ONE;
    return new AgentMessage.Part(
        what, sides, part.count(), part.each().value(), part.signed(), part.name());
  }

  private static AgentMessage.FileStatus status(FileStatus status) {
    return switch (status) {
      case RECEIVING -> AgentMessage.FileStatus.RECEIVING;
      case CHECKING -> AgentMessage.FileStatus.CHECKING;
      case READY -> AgentMessage.FileStatus.READY;
      case RETRY -> AgentMessage.FileStatus.RETRY;
      case PASSWORD -> AgentMessage.FileStatus.PASSWORD;
      case REFUSED -> AgentMessage.FileStatus.REFUSED;
      case REMOVED -> AgentMessage.FileStatus.REMOVED;
    };
  }
}
