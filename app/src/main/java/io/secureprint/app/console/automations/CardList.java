// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.AutomationDesk.Card;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The automations there are: either those in use, or those put away.
final class CardList {
  private final ObservableList<Card> shown = FXCollections.observableArrayList();
  private final BooleanProperty showsPutAway = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper putAway = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private List<Card> all = List.of();
  private boolean filling;

  CardList() {
    showsPutAway.subscribe((_, _) -> fill());
  }

  ObservableList<Card> shown() {
    return shown;
  }

  /// Whether those that were put away are shown, and not the others.
  BooleanProperty showsPutAway() {
    return showsPutAway;
  }

  /// How many were put away.
  ReadOnlyIntegerProperty putAway() {
    return putAway.getReadOnlyProperty();
  }

  /// Whether they could not be read.
  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  /// Whether a list on the screen is just filled anew; it then chooses by itself, which does not count.
  boolean isFilling() {
    return filling;
  }

  void show(List<Card> now) {
    failed.set(false);
    all = List.copyOf(now);
    putAway.set((int) all.stream().filter(Card::putAway).count());
    if (putAway.get() == 0) {
      showsPutAway.set(false);
    }
    fill();
  }

  void fail() {
    failed.set(true);
  }

  @Nullable Card find(String id) {
    return all.stream().filter(card -> card.id().equals(id)).findFirst().orElse(null);
  }

  /// Of all there are.
  Set<String> ids() {
    return all.stream().map(Card::id).collect(Collectors.toSet());
  }

  private void fill() {
    List<Card> wanted =
        all.stream().filter(card -> card.putAway() == showsPutAway.get()).toList();
    if (!wanted.equals(shown)) {
      filling = true;
      shown.setAll(wanted);
      filling = false;
    }
  }
}
