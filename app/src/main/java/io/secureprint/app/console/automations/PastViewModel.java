// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.AutomationDesk.Looked;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/// What one automation looked at and what came of it, and the versions there were.
final class PastViewModel {
  private final AutomationDesk desk;
  private final Background background;
  private final ObservableList<Looked> looks = FXCollections.observableArrayList();
  private final ObservableList<Version> versions = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private String id = "";

  PastViewModel(AutomationDesk desk, Background background) {
    this.desk = desk;
    this.background = background;
  }

  /// Newest first.
  ObservableList<Looked> looks() {
    return looks;
  }

  /// Newest first.
  ObservableList<Version> versions() {
    return versions;
  }

  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  /// Shows that of another automation; of none where `of` is empty.
  void onOpen(String of) {
    if (!id.equals(of)) {
      looks.clear();
      versions.clear();
    }
    id = of;
    onReload();
  }

  void onReload() {
    String asked = id;
    if (!asked.isEmpty()) {
      background.run(
          () -> new Read(desk.looked(asked), desk.versions(asked)),
          read -> show(asked, read),
          () -> failed.set(true));
    }
  }

  private void show(String of, Read read) {
    if (id.equals(of)) {
      failed.set(false);
      replace(looks, read.looks());
      replace(versions, read.versions());
    }
  }

  private static <T> void replace(ObservableList<T> shown, List<T> now) {
    if (!shown.equals(now)) {
      shown.setAll(now);
    }
  }

  private record Read(List<Looked> looks, List<Version> versions) {}
}
