// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Receipts;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Start;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.intake.Doors.Arrival;
import io.secureprint.agent.session.KeyRing;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.Sessions;

import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a session to the first phone that claims it, and begins its workflow.
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final House house;
  private final VisitBook book;
  private final Alerts alerts;
  private final Engine engine;
  private final Supplier<Shelf.Running> workflow;

  Admission(
      House house,
      VisitBook book,
      Alerts alerts,
      Engine engine,
      Supplier<Shelf.Running> workflow) {
    this.workflow = workflow;
    this.house = house;
    this.book = book;
    this.alerts = alerts;
    this.engine = engine;
  }

  /// Empty when another phone was first, the shop is full, or nothing can be written down.
  Optional<Visit> begin(PrintSession session, Arrival arrival) {
    if (!claimed(session)) {
      return Optional.empty();
    }
    String receiptName = Receipts.name(arrival.resumePsk());
    Optional<KeyRing.Key> resume = session.keys().add(arrival.resumePsk());
    Optional<KeyRing.Key> salt = session.keys().add(house.ids().bytes(32));
    if (resume.isEmpty() || salt.isEmpty()) {
      return Optional.empty();
    }
    Visit.Badge badge =
        new Visit.Badge(
            arrival.sas(), receiptName, resume.get(), salt.get(), workflow.get());
    Visit visit = new Visit(house, session, house.ids().hex128(), badge, book::refresh);
    book.add(visit);
    if (started(visit)) {
      return Optional.of(visit);
    }
    book.remove(visit);
    return Optional.empty();
  }

  private boolean claimed(PrintSession session) {
    Sessions.Claim claim = house.sessions().claim(session);
    if (claim != Sessions.Claim.GIVEN) {
      LOG.warn("session {} is not given to a phone: {}", session.id(), claim);
      alerts.raise(claim == Sessions.Claim.FULL ? "SHOP_FULL" : "SECOND_PHONE");
    }
    return claim == Sessions.Claim.GIVEN;
  }

  /// A session whose workflow cannot be written down does not begin, and takes no place.
  private boolean started(Visit visit) {
    PrintSession session = visit.session();
    Start start =
        new Start(
            "session-" + session.id(),
            session.id(),
            house.ids().hex128(),
            Facts.of(PrintJourney.NAME, session.name().english()));
    try {
      return engine.start(visit.executionId(), visit.steps().workflow().definition(), start);
    } catch (RuntimeException e) {
      LOG.error("session {} cannot begin", session.id(), e);
      session.keys().destroy();
      book.admitted(house.sessions().ended(session));
      return false;
    }
  }
}
