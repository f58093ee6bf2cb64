// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.Ids;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A house with any number of tickets and, behind each door, a guest who keeps what it is given.
final class TestDoors implements Doors {
  private final Map<Sid, Ticket> tickets = new ConcurrentHashMap<>();
  private final List<Sid> secondClaims = new CopyOnWriteArrayList<>();
  private final List<Sid> guessed = new CopyOnWriteArrayList<>();

  private final List<TurnedAway> turnedAway = new CopyOnWriteArrayList<>();

  /// A new session; the answer is what its QR carries.
  JoinCode newTicket(Ids ids) {
    byte[] staticPrivate = ids.bytes(32);
    JoinCode code = new JoinCode(X25519.publicKey(staticPrivate), ids.bytes(16));
    tickets.put(code.sid(), new Ticket(code, staticPrivate));
    return code;
  }

  /// The guest of the last connection to a session.
  TestGuest guest(JoinCode code) {
    return Objects.requireNonNull(ticket(code.sid()).guest, "nobody came");
  }

  boolean claimed(JoinCode code) {
    return ticket(code.sid()).guest != null;
  }

  List<Sid> secondClaims() {
    return secondClaims;
  }

  List<Sid> guessed() {
    return guessed;
  }

  @Override
  public void guessed(Sid sid) {
    guessed.add(sid);
  }

  @Override
  public Optional<Keys> enter(Sid sid, boolean resume) {
    Ticket ticket = tickets.get(sid);
    if (ticket == null || (resume && ticket.resumePsk.length == 0)) {
      return Optional.empty();
    }
    byte[] psk = resume ? ticket.resumePsk.clone() : ticket.code.psk();
    return Optional.of(new Keys(ticket.staticPrivate.clone(), psk));
  }

  @Override
  public Optional<Guest> claim(Arrival arrival, PhoneLine line) {
    Ticket ticket = ticket(arrival.sid());
    synchronized (ticket) {
      if (!arrival.resume() && ticket.guest != null) {
        secondClaims.add(arrival.sid());
        return Optional.empty();
      }
      if (!arrival.resume()) {
        ticket.resumePsk = arrival.resumePsk();
      }
      TestGuest guest = new TestGuest(arrival, line, ticket.guest);
      ticket.guest = guest;
      line.send(Messages.session(arrival.sas()));
      return Optional.of(guest);
    }
  }

  @Override
  public void turnedAway(TurnedAway why) {
    turnedAway.add(why);
  }

  /// Whoever was turned away, in order.
  List<TurnedAway> turnedAway() {
    return turnedAway;
  }

  private Ticket ticket(Sid sid) {
    return Objects.requireNonNull(tickets.get(sid));
  }

  private static final class Ticket {
    final JoinCode code;
    final byte[] staticPrivate;
    volatile byte[] resumePsk = new byte[0];
    volatile @Nullable TestGuest guest;

    Ticket(JoinCode code, byte[] staticPrivate) {
      this.code = code;
      this.staticPrivate = staticPrivate;
    }
  }
}
