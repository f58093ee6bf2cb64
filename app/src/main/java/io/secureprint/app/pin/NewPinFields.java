// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Where a new PIN is typed, twice.
public final class NewPinFields extends VBox {
  private final Messages messages;
  private final NewPinModel model;
  private final PasswordField first;
  private final PasswordField second;
  private final Subscription following;

  public NewPinFields(NewPinModel model, Messages messages) {
    this.messages = messages;
    this.model = model;
    getStyleClass().add("form");
    first = field("new-pin", model.first());
    second = field("new-pin-again", model.second());
    following =
        Subscription.combine(
            labelled(first, Phrase.NEW_PIN, Phrase.NEW_PIN_HINT, model.firstWrong()),
            labelled(second, Phrase.NEW_PIN_AGAIN, Phrase.NEW_PIN_AGAIN_HINT, model.secondWrong()));
  }

  public void focusEntry() {
    first.requestFocus();
  }

  /// Lets go of the model, which outlives this view.
  public void close() {
    following.unsubscribe();
    first.textProperty().unbindBidirectional(model.first());
    second.textProperty().unbindBidirectional(model.second());
  }

  private static PasswordField field(String id, StringProperty text) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.getStyleClass().add("field-figure");
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private Subscription labelled(
      PasswordField field, Phrase title, Phrase hint, ObservableValue<String> wrong) {
    Labelled labelled = new Labelled(messages.text(title), field, messages.text(hint));
    getChildren().add(labelled);
    return wrong.subscribe(
        code -> labelled.say(code.isEmpty() ? "" : messages.code(code).what()));
  }
}
