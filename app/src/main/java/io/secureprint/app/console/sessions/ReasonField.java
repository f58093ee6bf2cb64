// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.stream.Stream;

/// Why something is printed for money that is not what was asked for: one of the usual reasons, or in
/// one's own words.
final class ReasonField extends VBox {
  /// As the books have it; who types more is stopped there.
  private static final int LONGEST = 80;

  private final ComboBox<String> box = new ComboBox<>();
  private final TextField text = box.getEditor();
  private final BooleanBinding missing =
      Bindings.createBooleanBinding(() -> text.getText().isBlank(), text.textProperty());

  ReasonField(Messages messages) {
    box.setId("reason");
    box.setEditable(true);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPromptText(messages.text(Phrase.REASON_PROMPT));
    Stream.of(Phrase.REASON_CASH, Phrase.REASON_HERE, Phrase.REASON_BANK)
        .map(messages::text)
        .forEach(box.getItems()::add);
    text.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= LONGEST ? change : null));
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Label title = label(messages.text(Phrase.REASON), "section");
    title.setLabelFor(box);
    getStyleClass().add("reason-field");
    getChildren().addAll(title, box);
  }

  /// A field that can be typed into leaves the arrows to nobody.
  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !box.isShowing()) {
      box.getSelectionModel().selectNext();
      event.consume();
    } else if (event.getCode() == KeyCode.UP && !box.isShowing()) {
      box.getSelectionModel().selectPrevious();
      event.consume();
    }
  }

  String text() {
    return text.getText();
  }

  BooleanBinding missing() {
    return missing;
  }

  void clear() {
    box.setValue(null);
    text.clear();
  }

  void focusEntry() {
    box.requestFocus();
  }
}
