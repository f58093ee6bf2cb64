// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.engine.Context;
import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.SegmentKey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One customer's sitting, from the claimed QR to the destroyed data. It lives in memory only and
/// dies with the agent; every method holds the session's own lock.
public final class PrintSession {
  private final Identity identity;
  private final KeyRing keys;
  private final SealedContext context;
  private final SegmentStore store;
  private final SessionLimits limits;
  private final Instant openedAt;
  private final Map<Integer, SessionFile> files = new LinkedHashMap<>();
  private SessionState state = SessionState.OPEN;
  private Instant activeAt;
  private Optional<Instant> goneAt = Optional.empty();
  private Duration stoodStill = Duration.ZERO;
  private Optional<Instant> stoppedAt = Optional.empty();
  private Optional<Instant> outsideSince = Optional.empty();

  PrintSession(
      Identity identity,
      KeyRing keys,
      SealedContext context,
      SegmentStore store,
      SessionLimits limits,
      Instant now) {
    this.identity = identity;
    this.keys = keys;
    this.context = context;
    this.store = store;
    this.limits = limits;
    this.openedAt = now;
    this.activeAt = now;
  }

  public String id() {
    return identity.id();
  }

  public EasyName name() {
    return identity.name();
  }

  public JoinKeys join() {
    return identity.join();
  }

  public KeyRing keys() {
    return keys;
  }

  /// What the session's workflow knows of the customer; gone with the keys.
  public Context context() {
    return context;
  }

  long contextBytes() {
    return context.bytes();
  }

  public SegmentStore store() {
    return store;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public synchronized SessionState state() {
    return state;
  }

  /// Moves on, or throws: an illegal move is a fault of ours.
  public synchronized void move(SessionState to, Instant now) {
    boolean ran = state.clocksRun();
    state = SessionState.LIFECYCLE.move(state, to);
    if (ran && !to.clocksRun()) {
      stoppedAt = Optional.of(now);
    } else if (!ran && to.clocksRun()) {
      stoodStill = stoodStill.plus(Duration.between(stoppedAt.orElse(now), now));
      stoppedAt = Optional.empty();
      activeAt = now;
      goneAt = goneAt.map(_ -> now);
    }
  }

  /// Like [#move], but says whether the move was there to be made.
  public synchronized boolean tryMove(SessionState to, Instant now) {
    boolean allowed = SessionState.LIFECYCLE.allows(state, to);
    if (allowed) {
      move(to, now);
    }
    return allowed;
  }

  /// What was paid is about to be on paper. Whoever took the money may not have come to say so yet.
  public synchronized void printing(Instant now) {
    var _ = tryMove(SessionState.PAID, now);
    var _ = tryMove(SessionState.PRINTING, now);
  }

  public synchronized void active(Instant now) {
    activeAt = now;
  }

  public synchronized void connected(Instant now) {
    goneAt = Optional.empty();
    activeAt = now;
  }

  public synchronized void disconnected(Instant now) {
    goneAt = Optional.of(now);
  }

  /// There is no room: the customer waits outside, and nothing but the phone's absence ends that.
  synchronized void outside(Instant now) {
    outsideSince = Optional.of(now);
  }

  /// The place in the line came up: the session's time begins.
  synchronized void inside(Instant now) {
    stoodStill =
        stoodStill.plus(Duration.between(outsideSince.orElse(now), now));
    outsideSince = Optional.empty();
    activeAt = now;
  }

  /// Whether a clock has run out, and which.
  public synchronized Optional<EndReason> overdue(Instant now) {
    if (!state.clocksRun() || state == SessionState.OPEN) {
      return Optional.empty();
    }
    return isGone(now) ? Optional.of(EndReason.GONE) : timedOut(now);
  }

  private boolean isGone(Instant now) {
    return goneAt.isPresent() && now.isAfter(goneAt.get().plus(limits.disconnect()));
  }

  private Optional<EndReason> timedOut(Instant now) {
    if (outsideSince.isPresent()) {
      return Optional.empty();
    }
    if (now.isAfter(openedAt.plus(limits.life()).plus(stoodStill))) {
      return Optional.of(EndReason.EXPIRED);
    }
    return now.isAfter(activeAt.plus(limits.idle()))
        ? Optional.of(EndReason.IDLE)
        : Optional.empty();
  }

  /// What remains of the idle and of the whole-life clock; both whole while they stand still.
  public synchronized Rest rest(Instant now) {
    Instant at = stoppedAt.orElse(now);
    Duration idle = limits.idle().minus(Duration.between(activeAt, at));
    Duration life =
        limits.life().minus(Duration.between(openedAt, at)).plus(stoodStill);
    return new Rest(notNegative(idle), notNegative(life));
  }

  /// Starts a file, or its next segment. `key` is zeroed.
  public synchronized FileAnswer openFile(
      FileRequest request, byte[] key, byte[] nonce) {
    SessionFile file = files.get(request.fid());
    Optional<FileAnswer> no = file == null ? refuse(request) : refuse(request, file);
    if (no.isPresent()) {
      return no.get();
    }
    Optional<KeyRing.Key> kept = keys.add(key);
    if (kept.isEmpty()) {
      return new FileAnswer.Refused(keys.isDestroyed() ? "SESSION_OVER" : "LIMIT_REACHED");
    }
    SessionFile opened =
        file != null ? file : new SessionFile(request.fid(), request.name(), request.size());
    files.putIfAbsent(request.fid(), opened);
    opened.beginSegment(request.segment(), kept.get(), nonce);
    return new FileAnswer.Accepted(opened);
  }

  /// Stores one sealed chunk; throws what the disk throws.
  public synchronized FileAnswer chunk(int fid, int segment, int index, byte[] sealed)
      throws IOException {
    SessionFile file = files.get(fid);
    if (file == null || file.status() == FileStatus.REMOVED) {
      // Chunks are under way already when a file is refused or taken back.
      return new FileAnswer.Ignored();
    }
    if (!file.expects(segment, index)) {
      return new FileAnswer.Violation("CHUNK_OUT_OF_TURN");
    }
    if (sealed.length != SegmentStore.SEALED_BYTES) {
      return new FileAnswer.Violation("CHUNK_SIZE");
    }
    store.write(fid, file.next(), sealed);
    file.received();
    return new FileAnswer.Accepted(file);
  }

  public synchronized FileAnswer done(int fid, int chunks, long size) {
    SessionFile file = files.get(fid);
    if (file == null || file.status() == FileStatus.REMOVED) {
      // The phone has not heard yet that the file is refused or gone.
      return new FileAnswer.Ignored();
    }
    if (!file.complete(chunks, size)) {
      return new FileAnswer.Violation("FILE_INCOMPLETE");
    }
    file.checking();
    return new FileAnswer.Accepted(file);
  }

  /// The password goes to the worker with the keys; it is not kept here.
  public synchronized FileAnswer retryWithPassword(int fid) {
    SessionFile file = files.get(fid);
    if (file == null || file.status() != FileStatus.PASSWORD) {
      return new FileAnswer.Refused("FILE_UNKNOWN");
    }
    file.checking();
    return new FileAnswer.Accepted(file);
  }

  public synchronized FileAnswer remove(int fid) {
    SessionFile file = files.get(fid);
    if (file == null || file.status() == FileStatus.REMOVED) {
      return new FileAnswer.Refused("FILE_UNKNOWN");
    }
    if (state != SessionState.CLAIMED) {
      // What is being paid for, or is paid, must still be there to be printed.
      return new FileAnswer.Refused("NOT_CHOOSING");
    }
    file.removed();
    store.empty(fid);
    return new FileAnswer.Accepted(file);
  }

  public synchronized Optional<SessionFile> opened(int fid, DocumentFacts facts) {
    return checking(fid).map(file -> {
      if (pages() + facts.pages().size() > limits.pages()) {
        file.refused("SESSION_TOO_MANY_PAGES");
      } else {
        file.ready(facts);
      }
      return file;
    });
  }

  public synchronized Optional<SessionFile> refused(int fid, String code, boolean password) {
    return checking(fid).map(file -> {
      if (password) {
        file.needsPassword(code);
      } else {
        file.refused(code);
      }
      return file;
    });
  }

  public synchronized Optional<SessionFile> damaged(int fid, int chunk) {
    return checking(fid).map(file -> {
      file.repeatFrom(chunk);
      return file;
    });
  }

  public synchronized Optional<List<SegmentKey>> fileKeys(int fid) {
    return Optional.ofNullable(files.get(fid)).flatMap(SessionFile::keys);
  }

  /// Files that the customer has not taken back.
  public synchronized List<SessionFile> files() {
    return files.values().stream().filter(file -> file.status() != FileStatus.REMOVED).toList();
  }

  /// Why the newest file that is not good is not good.
  public synchronized Optional<String> fileTrouble() {
    return files().reversed().stream().flatMap(file -> file.code().stream()).findFirst();
  }

  private Optional<SessionFile> checking(int fid) {
    return Optional.ofNullable(files.get(fid))
        .filter(file -> file.status() == FileStatus.CHECKING);
  }

  private Optional<FileAnswer> refuse(FileRequest request) {
    if (state != SessionState.CLAIMED) {
      return Optional.of(new FileAnswer.Refused("NOT_CHOOSING"));
    }
    if (request.start() != 0) {
      return Optional.of(new FileAnswer.Violation("SEGMENT_OUT_OF_TURN"));
    }
    if (request.size() < 1) {
      return Optional.of(new FileAnswer.Refused("FILE_EMPTY"));
    }
    if (request.size() > limits.fileBytes()) {
      return Optional.of(new FileAnswer.Refused("FILE_TOO_LARGE"));
    }
    Collection<SessionFile> present = files();
    if (present.size() >= limits.files() || files.size() >= 4 * limits.files()) {
      return Optional.of(new FileAnswer.Refused("SESSION_TOO_MANY_FILES"));
    }
    long total = present.stream().mapToLong(SessionFile::size).sum() + request.size();
    if (total > limits.sessionBytes()) {
      return Optional.of(new FileAnswer.Refused("SESSION_TOO_LARGE"));
    }
    return store.takes(request.size())
        ? Optional.empty()
        : Optional.of(new FileAnswer.Refused("STORAGE_FULL"));
  }

  private Optional<FileAnswer> refuse(FileRequest request, SessionFile file) {
    return file.size() == request.size() && file.begins(request.segment(), request.start())
        ? Optional.empty()
        : Optional.of(new FileAnswer.Violation("SEGMENT_OUT_OF_TURN"));
  }

  private int pages() {
    return files().stream()
        .flatMap(file -> file.facts().stream())
        .mapToInt(facts -> facts.pages().size())
        .sum();
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  /// What remains of a session's time.
  public record Rest(Duration idle, Duration life) {}

  /// Who the session is: its public id, its easy name, and the keys that let a phone in.
  record Identity(String id, EasyName name, JoinKeys join) {}
}
