// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/// What the agent says of its parts, and a look on demand.
public final class HealthViewModel implements AutoCloseable {
  private final Health health;
  private final InstantSource clock;
  private final Background background;
  private final Followed<Health.Report> report;
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

  /// @param screen where properties may change
  public HealthViewModel(
      Health health, InstantSource clock, Background background, Executor screen) {
    this.health = health;
    this.clock = clock;
    this.background = background;
    this.report = new Followed<>(health.report(), screen);
  }

  ReadOnlyObjectProperty<Health.Report> report() {
    return report.property();
  }

  ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// The worst first, else in the agent's order.
  static List<Part> sorted(Health.Report report) {
    return report.parts().stream().sorted(Comparator.comparing(Part::state)).toList();
  }

  /// How many parts ask for somebody.
  static long wanting(Health.Report report) {
    return report.parts().stream().filter(part -> part.code() != null).count();
  }

  /// Looks now; what is seen comes as a report.
  void onLook() {
    if (looking.get()) {
      return;
    }
    looking.set(true);
    background.run(
        () -> {
          health.look();
          return health;
        },
        _ -> looking.set(false),
        () -> looking.set(false));
  }

  @Override
  public void close() {
    report.close();
  }
}
