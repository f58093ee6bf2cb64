// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Ids;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All tickets and live sessions of this agent. Thread-safe.
///
/// A ticket is a session nobody has claimed: its keys exist, its files cannot. The first phone to
/// claim it owns it. Sessions beyond the limit wait in line, oldest first.
public final class Sessions {
  private static final int WAITING = 24;

  private final SessionLimits limits;
  private final Disk disk;
  private final KeyVault vault;
  private final EasyNames names;
  private final Ids ids;
  private final Clock clock;
  private final JoinKeys.Maker joinKeys;
  private final Map<String, PrintSession> bySid = new LinkedHashMap<>();
  private final List<PrintSession> line = new ArrayList<>();
  private @Nullable PrintSession ticket;
  private @Nullable PrintSession previous;
  private boolean closed;

  public Sessions(
      SessionLimits limits,
      Path vaultFolder,
      KeyVault vault,
      Ids ids,
      Clock clock,
      JoinKeys.Maker joinKeys) {
    this.limits = limits;
    this.disk = new Disk(vaultFolder);
    this.vault = vault;
    this.names = new EasyNames(ids);
    this.ids = ids;
    this.clock = clock;
    this.joinKeys = joinKeys;
  }

  public SessionLimits limits() {
    return limits;
  }

  /// The fragment for the kiosk's QR: a new ticket when there is none, or the old one is stale.
  /// Empty while the shop takes no new sessions.
  public synchronized Optional<Ticket> ticket() {
    Instant now = clock.instant();
    if (closed) {
      return Optional.empty();
    }
    if (ticket == null || now.isAfter(ticket.openedAt().plus(limits.ticket()))) {
      forget(previous);
      previous = ticket;
      ticket = create(now);
    }
    if (previous != null
        && now.isAfter(ticket.openedAt().plus(SessionLimits.TICKET_GRACE))) {
      forget(previous);
      previous = null;
    }
    return Optional.of(new Ticket(ticket.join().fragment(), ticket.openedAt()));
  }

  /// The QR with this sid is guessed at: the next [#ticket] is a fresh one, and this one is given no
  /// grace. Claimed sessions are left alone.
  public synchronized void replace(String sid) {
    if (ticket != null && ticket.join().sid().equals(sid)) {
      forget(ticket);
      ticket = null;
    }
  }

  /// Whether the disk takes the largest file that a customer may send.
  public boolean roomy() {
    return disk.takes(limits.fileBytes());
  }

  /// The session behind a sid, claimed or not, as long as it lives.
  public synchronized Optional<PrintSession> find(String sid) {
    return Optional.ofNullable(bySid.get(sid)).filter(session -> session.state().live());
  }

  /// Gives the ticket to the phone that has proved to hold its secret.
  public synchronized Claim claim(PrintSession session) {
    if (session.state() == SessionState.OPEN && line.size() >= WAITING) {
      return Claim.FULL;
    }
    if (!session.tryMove(SessionState.CLAIMED, clock.instant())) {
      return Claim.TAKEN;
    }
    if (session == ticket) {
      ticket = null;
    } else if (session == previous) {
      previous = null;
    }
    if (inside() > limits.sessions()) {
      line.add(session);
      session.outside(clock.instant());
    }
    return Claim.GIVEN;
  }

  /// The session's place in the line, from 1; 0 when it is inside.
  public synchronized int place(PrintSession session) {
    return line.indexOf(session) + 1;
  }

  /// Tickets that a phone could still claim, oldest first.
  synchronized List<PrintSession> open() {
    return bySid.values().stream()
        .filter(session -> session.state() == SessionState.OPEN)
        .toList();
  }

  /// Claimed sessions, waiting ones included, oldest first.
  public synchronized List<PrintSession> claimed() {
    return bySid.values().stream()
        .filter(session -> session.state() != SessionState.OPEN)
        .toList();
  }

  /// Memory that the contexts of claimed sessions take.
  public long contextBytes() {
    return claimed().stream().mapToLong(PrintSession::contextBytes).sum();
  }

  /// The session is destroyed: its place is free. Those who may now come in are returned.
  public synchronized List<PrintSession> ended(PrintSession session) {
    bySid.remove(session.join().sid());
    line.remove(session);
    List<PrintSession> admitted = new ArrayList<>();
    while (!line.isEmpty() && inside() < limits.sessions()) {
      PrintSession next = line.removeFirst();
      next.inside(clock.instant());
      admitted.add(next);
    }
    return admitted;
  }

  /// No new tickets, and the ones on the screen are void; claimed sessions go on.
  public synchronized void close() {
    closed = true;
    forget(ticket);
    forget(previous);
    ticket = null;
    previous = null;
  }

  public synchronized void reopen() {
    closed = false;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  private long inside() {
    return bySid.values().stream()
        .filter(session -> session.state() != SessionState.OPEN && !line.contains(session))
        .count();
  }

  private PrintSession create(Instant now) {
    KeyRing ring = new KeyRing(vault);
    JoinKeys join = join(ring);
    Set<EasyName> taken =
        bySid.values().stream().map(PrintSession::name).collect(Collectors.toSet());
    PrintSession session =
        new PrintSession(
            new PrintSession.Identity(ids.hex128(), names.next(taken), join),
            ring,
            new SealedContext(ring.add(ids.bytes(32)).orElseThrow(), ids),
            new SegmentStore(disk, ids),
            limits,
            now);
    bySid.put(join.sid(), session);
    return session;
  }

  private JoinKeys join(KeyRing ring) {
    byte[] staticPrivate = ids.bytes(32);
    byte[] joinSecret = ids.bytes(16);
    JoinKeys.Made made = joinKeys.make(staticPrivate, joinSecret);
    Arrays.fill(joinSecret, (byte) 0);
    return new JoinKeys(
        made.fragment(),
        made.sid(),
        ring.add(staticPrivate).orElseThrow(),
        ring.add(made.joinPsk()).orElseThrow());
  }

  private void forget(@Nullable PrintSession unclaimed) {
    if (unclaimed != null && unclaimed.state() == SessionState.OPEN) {
      unclaimed.keys().destroy();
      bySid.remove(unclaimed.join().sid());
    }
  }

  /// What came of a claim.
  public enum Claim {
    GIVEN,
    /// Another phone was first.
    TAKEN,
    /// There is no room inside, nor in the line.
    FULL
  }

  /// What the kiosk shows: the fragment carries the keys of the next session.
  public record Ticket(String fragment, Instant since) {
    @Override
    public String toString() {
      return "Ticket[]";
    }
  }
}
