// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Alert.Message;
import io.secureprint.agent.automation.Alert.State;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The alerts of the shop's own screens. Thread-safe.
public final class Alerts {
  private static final int SHOWN = 100;

  private final AlertRows rows;
  private final EventLog events;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Ids ids;
  private final Observable<List<Alert>> open = new Observable<>(List.of());

  Alerts(AlertRows rows, EventLog events, UnitOfWork unitOfWork, InstantSource clock, Ids ids) {
    this.rows = rows;
    this.events = events;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.ids = ids;
  }

  /// Those that nobody has acknowledged, the newest first, at most 100.
  public Observable<List<Alert>> open() {
    return open;
  }

  /// Joins the running unit of work.
  void raise(Message message, String correlationId) {
    String fingerprint = Sha256.hex(message.source() + "\n" + message.title());
    Optional<Alert> standing = rows.open(fingerprint);
    Alert alert =
        standing
            .map(old -> old.again(message, clock.instant()))
            .orElseGet(() -> fresh(fingerprint, message));
    if (standing.isPresent()) {
      rows.replace(standing.get(), alert);
    } else {
      rows.insert(alert);
    }
    append("AlertRaised", alert, message.source(), correlationId);
    unitOfWork.afterCommit(this::refresh);
  }

  private Alert fresh(String fingerprint, Message message) {
    return new Alert(
        ids.hex128(), fingerprint, message, State.OPEN, 1, clock.instant(), clock.instant(), "");
  }

  /// `actor` has seen it. False when there is no such alert, or somebody was faster.
  public boolean acknowledge(String id, String actor) {
    return unitOfWork.call(Durability.STEP, () -> {
      Optional<Alert> found = rows.find(id).filter(alert -> alert.state() == State.OPEN);
      if (found.isEmpty() || !rows.replace(found.get(), found.get().by(actor))) {
        return false;
      }
      append("AlertAcknowledged", found.get(), actor, "");
      unitOfWork.afterCommit(this::refresh);
      return true;
    });
  }

  /// Looks at what other agents on the database have done as well.
  public void refresh() {
    List<Alert> now = unitOfWork.call(Durability.STEP, () -> rows.open(SHOWN));
    if (!now.equals(open.get())) {
      open.set(now);
    }
  }

  private void append(String type, Alert alert, String actor, String correlationId) {
    events.append(
        new EventLog.Event(
            "alert",
            alert.id(),
            type,
            Map.of("severity", alert.message().severity().word(), "times", alert.times()),
            actor,
            correlationId));
  }
}
