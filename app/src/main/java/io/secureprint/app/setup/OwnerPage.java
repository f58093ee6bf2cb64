// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.pin.NewPinFields;

import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The owner's name and PIN.
final class OwnerPage {
  private OwnerPage() {}

  static SetupPage of(SetupViewModel model, Messages messages) {
    TextField name = new TextField();
    name.setId("owner-name");
    name.getStyleClass().add("field-words");
    name.textProperty().bindBidirectional(model.owner());
    Labelled labelled =
        new Labelled(
            messages.text(Phrase.SETUP_OWNER_NAME), name, messages.text(Phrase.PEOPLE_NAME_HINT));
    Subscription following =
        model.ownerWrong()
            .subscribe(code -> labelled.say(code.isEmpty() ? "" : messages.code(code).what()));
    NewPinFields pin = new NewPinFields(model.pin(), messages);
    VBox page = stack("form", labelled, pin);
    if (model.hasOwner()) {
      page.getChildren().addFirst(paragraph(messages.text(Phrase.SETUP_OWNER_KNOWN), "note-success"));
    }
    return new SetupPage(
        page,
        name::requestFocus,
        () -> {
          following.unsubscribe();
          pin.close();
          name.textProperty().unbindBidirectional(model.owner());
        });
  }
}
