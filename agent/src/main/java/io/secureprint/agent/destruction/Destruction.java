// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.destruction.Remains.Spool;
import io.secureprint.agent.destruction.Wipe.Wiped;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.session.KeyRing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends a session's data in one fixed order (decision 19): workers are killed and keys destroyed
/// before anything may wait or fail, so that a failure later on never means readable data.
public final class Destruction {
  private static final Logger LOG = LoggerFactory.getLogger(Destruction.class);
  private static final Duration WORKERS_WITHIN = Duration.ofSeconds(5);

  private final Wipe wipe;
  private final LeakScan scan;
  private final EventLog events;
  private final UnitOfWork unitOfWork;
  private final Closure closure;

  /// `shop` names this one in the log, which several may share.
  public Destruction(
      Wipe wipe, LeakScan scan, EventLog.WithPast events, String shop, UnitOfWork unitOfWork) {
    this.wipe = wipe;
    this.scan = scan;
    this.events = events;
    this.unitOfWork = unitOfWork;
    this.closure = new Closure(events, shop);
  }

  /// Runs every step whatever became of the ones before; safe to repeat.
  public Destroyed destroy(Remains remains) {
    remains.killWorkers();
    KeyRing.Destroyed keys = remains.session().keys().destroy();
    List<String> failures = new ArrayList<>();
    note(failures, keys.verified(), Destroyed.KEYS);
    note(failures, begun(remains, keys), Destroyed.RECORD);
    note(failures, remains.workersGone(WORKERS_WITHIN), Destroyed.WORKERS);
    Spool spool = remains.purgeSpool();
    note(failures, spool != Spool.DIRTY, Destroyed.SPOOL);
    remains.session().store().close();
    Path folder = remains.session().store().folder();
    Wiped wiped = wiped(folder);
    note(failures, wiped.asWritten(), Destroyed.WIPE);
    int hits = hits(folder);
    note(failures, hits == 0, Destroyed.SCAN);
    Destroyed done =
        new Destroyed(
            keys.keys(),
            keys.verified(),
            files(wiped, remains.before()),
            wipe.passes(),
            fromDevice(wiped, remains.before()),
            spool,
            hits,
            failures);
    ended(remains, done);
    return done;
  }

  /// What a former run has left is not as it should be: the shop is closed until a person has looked.
  public void closes(List<String> codes) {
    recordedInTurn("ShopClosed", () -> closure.closes(codes));
  }

  /// What nobody has looked at yet, in this run or a former one.
  public List<String> toBeLookedAt() {
    return unitOfWork.call(Durability.STEP, closure::codes);
  }

  /// A person has looked at what kept the shop closed, and says that it may go on. False when that
  /// cannot be written down.
  public boolean lookedAt(List<String> codes, String actor) {
    return recordedInTurn("ShopReopened", () -> closure.lookedAt(codes, actor));
  }

  /// What an earlier try wiped is not there any more to be counted, or to be looked at.
  private static int files(Wiped wiped, Optional<Destroyed> before) {
    return Math.max(wiped.files(), before.map(Destroyed::files).orElse(0));
  }

  private static boolean fromDevice(Wiped wiped, Optional<Destroyed> before) {
    return wiped.readBack() == Wipe.ReadBack.DEVICE
        && before.map(Destroyed::wipeVerified).orElse(true);
  }

  private static void note(List<String> failures, boolean good, String code) {
    if (!good) {
      failures.add(code);
    }
  }

  private static Map<String, ?> payload(Remains remains, Destroyed done) {
    return Map.of(
        "reason", remains.reason().code(),
        "files", done.files(),
        "passes", done.passes(),
        "hits", done.scanHits(),
        "failures", String.join(" ", done.failures()));
  }

  private boolean begun(Remains remains, KeyRing.Destroyed keys) {
    EventLog.Event begun = event(remains, "DestroyBegun", Map.of("keys", keys.keys()));
    return recorded(begun.type(), () -> events.append(begun));
  }

  /// What failed is on record together with what keeps the shop closed by that.
  private void ended(Remains remains, Destroyed done) {
    String type = done.complete() ? "Destroyed" : "DestroyFailed";
    EventLog.Event end = event(remains, type, payload(remains, done));
    if (done.closing().isEmpty()) {
      recorded(type, () -> events.append(end));
    } else {
      recordedInTurn(type, () -> {
        events.append(end);
        closure.closes(done.closing());
      });
    }
  }

  private static EventLog.Event event(Remains remains, String type, Map<String, ?> payload) {
    return new EventLog.Event(
        "session", remains.session().id(), type, payload, "agent", remains.executionId());
  }

  /// What keeps the shop closed goes by what was written of that before.
  private synchronized boolean recordedInTurn(String type, Runnable writing) {
    return recorded(type, writing);
  }

  private boolean recorded(String type, Runnable writing) {
    try {
      unitOfWork.run(Durability.BARRIER, writing);
      return true;
    } catch (RuntimeException e) {
      // The disk may be full or gone: the data must die all the same.
      LOG.error("{} is not on record", type, e);
      return false;
    }
  }

  private Wiped wiped(Path folder) {
    try {
      return wipe.folder(folder);
    } catch (IOException e) {
      LOG.error("cannot wipe {}", folder, e);
      return new Wiped(0, 0, Wipe.ReadBack.DIFFERENT);
    }
  }

  private int hits(Path folder) {
    try {
      return scan.hits(folder);
    } catch (IOException e) {
      LOG.error("cannot look for leaks beside {}", folder, e);
      return 1;
    }
  }
}
