// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Shift;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// One PIN being typed: by whom, how many digits, and what came of it.
public final class PinPadViewModel {
  private final List<Person> who;
  private final Knocking knocking;
  private final Consumer<Person> opened;
  private final Background background;
  private final InstantSource clock;
  private final char[] digits = new char[Pin.LONGEST];
  private final ObjectProperty<Person> chosen;
  private final ReadOnlyIntegerWrapper typed = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper seconds = new ReadOnlyLongWrapper();
  private Instant until = Instant.MIN;

  /// @param who may type it, not empty; the first is chosen
  /// @param opened hears of the person whose PIN was right
  public PinPadViewModel(
      List<Person> who,
      Knocking knocking,
      Consumer<Person> opened,
      Background background,
      InstantSource clock) {
    this.who = List.copyOf(who);
    this.knocking = knocking;
    this.opened = opened;
    this.background = background;
    this.clock = clock;
    this.chosen = new SimpleObjectProperty<>(who.getFirst());
    chosen.subscribe(this::beginAgain);
  }

  List<Person> who() {
    return who;
  }

  ObjectProperty<Person> chosen() {
    return chosen;
  }

  /// How many digits there are so far.
  ReadOnlyIntegerProperty typed() {
    return typed.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// What to say, as a code; empty when there is nothing.
  ReadOnlyStringProperty code() {
    return code.getReadOnlyProperty();
  }

  /// How long no PIN is taken, in seconds.
  ReadOnlyLongProperty seconds() {
    return seconds.getReadOnlyProperty();
  }

  /// A digit of whatever script.
  void onDigit(int typedCharacter) {
    int digit = Character.digit(typedCharacter, 10);
    if (digit >= 0 && mayType() && typed.get() < digits.length) {
      digits[typed.get()] = (char) ('0' + digit);
      typed.set(typed.get() + 1);
      code.set("");
    }
  }

  void onErase() {
    if (mayType() && typed.get() > 0) {
      typed.set(typed.get() - 1);
      digits[typed.get()] = 0;
    }
  }

  void onNext(int step) {
    chosen.set(who.get(Math.floorMod(who.indexOf(chosen.get()) + step, who.size())));
  }

  void onEnter() {
    if (!mayType() || !Pin.fits(typed.get())) {
      return;
    }
    Pin pin = new Pin(Arrays.copyOf(digits, typed.get()));
    String person = chosen.get().id();
    busy.set(true);
    background.run(
        () -> {
          try (pin) {
            return knocking.knock(person, pin);
          }
        },
        this::answered,
        () -> answered(new Shift.Entry.Refused("INTERNAL", Duration.ZERO)));
  }

  /// Counts the wait down.
  void onTick() {
    Duration left = Duration.between(clock.instant(), until);
    seconds.set(until.equals(Instant.MIN) ? 0 : Math.max(0, left.plusMillis(999).toSeconds()));
    if (seconds.get() == 0 && !until.equals(Instant.MIN)) {
      until = Instant.MIN;
      code.set("");
    }
  }

  private void answered(Shift.Entry entry) {
    busy.set(false);
    clear();
    switch (entry) {
      case Shift.Entry.Open(Person person) -> opened.accept(person);
      case Shift.Entry.Refused(String why, Duration pause) -> {
        code.set(pause.isPositive() ? "PIN_WAIT" : why);
        until = pause.isPositive() ? clock.instant().plus(pause) : Instant.MIN;
        onTick();
      }
    }
  }

  /// One person's wait is not another's.
  private void beginAgain() {
    clear();
    code.set("");
    until = Instant.MIN;
    seconds.set(0);
  }

  private boolean mayType() {
    return !busy.get() && seconds.get() == 0;
  }

  private void clear() {
    Arrays.fill(digits, (char) 0);
    typed.set(0);
  }

  /// What a PIN is tried on; it takes its time.
  @FunctionalInterface
  public interface Knocking {
    Shift.Entry knock(String personId, Pin pin);
  }
}
