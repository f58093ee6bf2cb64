// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.AutomationDesk.HookKey;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// Where messages for a webhook go and under which secret, while the owner looks at it.
final class HookViewModel {
  private final AutomationDesk desk;
  private final Place place;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable HookKey> shown = new ReadOnlyObjectWrapper<>();
  private int wish;

  HookViewModel(AutomationDesk desk, Place place, Background background) {
    this.desk = desk;
    this.place = place;
    this.background = background;
  }

  /// Null while nobody has asked.
  ReadOnlyObjectProperty<@Nullable HookKey> shown() {
    return shown.getReadOnlyProperty();
  }

  void onShow(String name) {
    int asked = ++wish;
    background.run(
        () -> desk.hookKey(name, place.actor()),
        key -> show(asked, key),
        () -> show(asked, new HookKey.Refused("INTERNAL")));
  }

  /// Makes another secret and shows it; the former one opens nothing more.
  void onRenew(String name) {
    int asked = ++wish;
    background.run(
        () -> desk.renewHookKey(name, place.actor()),
        key -> show(asked, key),
        () -> show(asked, new HookKey.Refused("INTERNAL")));
  }

  /// Also what was asked for and has not come yet is not shown any more.
  void onHide() {
    wish++;
    shown.set(null);
  }

  private void show(int asked, HookKey key) {
    if (asked == wish) {
      shown.set(key);
    }
  }
}
