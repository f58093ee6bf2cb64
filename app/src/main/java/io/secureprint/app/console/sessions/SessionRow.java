// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.agent.journey.SessionTile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One session in the list. The row stays while its tile changes, so that a selection stays too.
final class SessionRow {
  private final ReadOnlyObjectWrapper<SessionTile> tile;

  SessionRow(SessionTile tile) {
    this.tile = new ReadOnlyObjectWrapper<>(tile);
  }

  String id() {
    return tile.get().sessionId();
  }

  ReadOnlyObjectProperty<SessionTile> tile() {
    return tile.getReadOnlyProperty();
  }

  void show(SessionTile next) {
    tile.set(next);
  }
}
