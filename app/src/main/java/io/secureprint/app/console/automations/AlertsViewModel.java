// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AlertDesk;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/// The alerts that somebody should see. A bad one opens the list by itself, the others only count.
public final class AlertsViewModel implements AutoCloseable {
  private final AlertDesk desk;
  private final Place place;
  private final Background background;
  private final Followed<List<Alert>> alerts;
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
  private Set<String> known;

  /// @param screen where properties may change
  public AlertsViewModel(AlertDesk desk, Place place, Background background, Executor screen) {
    this.desk = desk;
    this.place = place;
    this.background = background;
    this.alerts = new Followed<>(desk.open(), screen);
    this.known = ids(alerts.property().get());
    alerts.property().subscribe((_, now) -> follow(now));
  }

  /// The newest first.
  public ReadOnlyObjectProperty<List<Alert>> alerts() {
    return alerts.property();
  }

  /// Whether the list is open.
  public ReadOnlyBooleanProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /// The code of what was refused last, or empty.
  public ReadOnlyStringProperty refused() {
    return refused.getReadOnlyProperty();
  }

  /// The time at the shop.
  public Instant now() {
    return place.now();
  }

  /// Opens or closes the list.
  public void onToggle() {
    shown.set(!shown.get());
    refused.set("");
  }

  /// Whoever is here has seen it.
  public void onAcknowledge(Alert alert) {
    background.run(
        () -> desk.acknowledge(alert.id(), place.actor()),
        this::answered,
        () -> answered(Optional.of("INTERNAL")));
  }

  @Override
  public void close() {
    alerts.close();
  }

  private void answered(Optional<String> code) {
    refused.set(code.orElse(""));
  }

  private void follow(List<Alert> now) {
    boolean bad =
        now.stream()
            .filter(alert -> !known.contains(alert.id()))
            .anyMatch(alert -> alert.message().severity().compareTo(Alert.Severity.ERROR) >= 0);
    known = ids(now);
    if (bad) {
      shown.set(true);
    } else if (now.isEmpty()) {
      shown.set(false);
    }
  }

  private static Set<String> ids(List<Alert> of) {
    return of.stream().map(Alert::id).collect(Collectors.toSet());
  }
}
