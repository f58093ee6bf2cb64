// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.app.fx.Background;
import io.secureprint.app.pin.PinPadViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The way out of the kiosk: a PIN of staff each time, whoever is logged in at the console. A pad that
/// nobody uses goes away by itself, so that customers see the code again.
public final class KioskExit {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Shift shift;
  private final Background background;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<@Nullable PinPadViewModel> pad =
      new ReadOnlyObjectWrapper<>();
  private BooleanSupplier inside = () -> false;
  private Runnable left = () -> {};
  private Instant lastTouch = Instant.MIN;

  public KioskExit(Shift shift, Background background, InstantSource clock) {
    this.shift = shift;
    this.background = background;
    this.clock = clock;
  }

  /// The pad; null while nobody wants to leave.
  ReadOnlyObjectProperty<@Nullable PinPadViewModel> pad() {
    return pad.getReadOnlyProperty();
  }

  /// `full` tells whether there is something to leave, and `leave` leaves it.
  public void leads(BooleanSupplier full, Runnable leave) {
    inside = full;
    left = leave;
  }

  /// Somebody wants to leave.
  public void onLeave() {
    if (!inside.getAsBoolean()) {
      return;
    }
    List<Person> who = shift.whoMay(Permission.LEAVE_KIOSK);
    if (who.isEmpty()) {
      left.run();
    } else if (pad.get() == null) {
      onTouch();
      pad.set(
          new PinPadViewModel(
              who,
              (person, pin) -> shift.authorize(Permission.LEAVE_KIOSK, person, pin),
              _ -> {
                pad.set(null);
                left.run();
              },
              background,
              clock));
    }
  }

  void onStay() {
    pad.set(null);
  }

  void onTouch() {
    lastTouch = clock.instant();
  }

  void onTick() {
    if (pad.get() != null && !clock.instant().isBefore(lastTouch.plus(PATIENCE))) {
      onStay();
    }
  }
}
