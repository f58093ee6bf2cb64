// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import javafx.scene.input.KeyCombination;

/// An action of the frame with the keys that also do it; its button's tooltip names them.
record Shortcut(KeyCombination keys, Runnable action) {
  Shortcut(String keys, Runnable action) {
    this(KeyCombination.valueOf(keys), action);
  }
}
