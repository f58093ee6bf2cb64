// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.agent.access.Pin;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/// A PIN that somebody chooses, typed twice, since nobody sees it.
public final class NewPinModel {
  private final StringProperty first = new SimpleStringProperty("");
  private final StringProperty second = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper firstWrong = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper secondWrong = new ReadOnlyStringWrapper("");

  public NewPinModel() {
    first.subscribe(() -> firstWrong.set(""));
    second.subscribe(() -> secondWrong.set(""));
  }

  StringProperty first() {
    return first;
  }

  StringProperty second() {
    return second;
  }

  ReadOnlyStringProperty firstWrong() {
    return firstWrong.getReadOnlyProperty();
  }

  ReadOnlyStringProperty secondWrong() {
    return secondWrong.getReadOnlyProperty();
  }

  public boolean isEmpty() {
    return first.get().isEmpty() && second.get().isEmpty();
  }

  /// The PIN, or nothing when what was typed is none; the fields then say why.
  public Optional<Pin> pin() {
    boolean fits = first.get().matches("[0-9]*") && Pin.fits(first.get().length());
    boolean same = first.get().equals(second.get());
    firstWrong.set(fits ? "" : "PIN_LENGTH");
    secondWrong.set(fits && !same ? "PIN_DIFFERS" : "");
    return fits && same ? Optional.of(new Pin(first.get().toCharArray())) : Optional.empty();
  }

  /// The shop does not take it.
  public void refused(String code) {
    firstWrong.set(code);
  }

  public void clear() {
    first.set("");
    second.set("");
  }
}
