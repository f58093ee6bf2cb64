// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What a view holds on to while it is shown, so that it lets go of everything at once.
final class Bound {
  private Subscription all = Subscription.EMPTY;

  /// Both change together.
  <T> void both(Property<T> shown, Property<T> kept) {
    shown.bindBidirectional(kept);
    and(() -> shown.unbindBidirectional(kept));
  }

  /// `action` runs now and after each change of the list.
  <T> void list(ObservableList<T> list, Runnable action) {
    ListChangeListener<T> listener = _ -> action.run();
    list.addListener(listener);
    and(() -> list.removeListener(listener));
    action.run();
  }

  void and(Subscription other) {
    all = all.and(other);
  }

  void close() {
    all.unsubscribe();
    all = Subscription.EMPTY;
  }
}
