// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.app.fx.Said;

import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.function.Function;

/// What can be chosen, by the name that people read.
final class Named {
  private Named() {}

  /// A box with these values.
  static <T> ComboBox<T> box(String id, List<T> values, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add("field-words");
    box.setConverter(new Said<>(name));
    box.getItems().setAll(values);
    return box;
  }
}
