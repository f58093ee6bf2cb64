// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.function.Consumer;

/// What is mostly meant, by the names that people read; other words can be typed.
final class SuggestBox extends ComboBox<String> {
  /// `typed` hears what is meant.
  SuggestBox(List<String> usual, ActionFields names, String present, Consumer<String> typed) {
    setEditable(true);
    getStyleClass().add("field-words");
    getItems().setAll(usual.stream().map(names::choice).toList());
    getEditor().setText(names.choice(present));
    getEditor()
        .textProperty()
        .subscribe((_, text) -> typed.accept(names.value(usual, text)));
  }
}
