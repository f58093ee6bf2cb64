// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// What can be chosen, by the name that people read.
final class Named<T> extends StringConverter<T> {
  private final Function<T, String> name;

  private Named(Function<T, String> name) {
    this.name = name;
  }

  /// A box with these values.
  static <T> ComboBox<T> box(String id, List<T> values, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add("field-words");
    box.setConverter(new Named<>(name));
    box.getItems().setAll(values);
    return box;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : name.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("it is chosen");
  }
}
