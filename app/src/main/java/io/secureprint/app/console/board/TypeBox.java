// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.TaskType;

import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;

/// The types of task that the shop has words for, to choose from. A type that the owner invented stays
/// chosen where it is.
final class TypeBox {
  private TypeBox() {}

  static ComboBox<String> of(Property<String> type, BoardWords words, String id) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(TaskType.KNOWN);
    box.setConverter(new Said<>(words::type));
    box.valueProperty().bindBidirectional(type);
    return box;
  }
}
