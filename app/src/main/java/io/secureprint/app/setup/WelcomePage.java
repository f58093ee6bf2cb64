// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// The two ways to begin: the shop, or a practice shop that needs nothing.
final class WelcomePage {
  private WelcomePage() {}

  static SetupPage of(SetupViewModel model, Messages messages) {
    Button shop =
        choice("setup-shop", Feather.HOME, messages, Phrase.SETUP_REAL, Phrase.SETUP_REAL_HINT);
    shop.getStyleClass().add("setup-choice-first");
    shop.setOnAction(_ -> model.onNext());
    Button practice =
        choice(
            "setup-practice",
            Feather.PLAY_CIRCLE,
            messages,
            Phrase.SETUP_PRACTICE,
            Phrase.SETUP_PRACTICE_HINT);
    practice.setOnAction(_ -> model.onPractice());
    VBox choices = stack("setup-choices", shop, practice);
    return new SetupPage(choices, shop::requestFocus, () -> {});
  }

  private static Button choice(
      String id, Feather picture, Messages messages, Phrase title, Phrase hint) {
    Label what = label(messages.text(title), "setup-choice-title");
    Label words = label(messages.text(hint), "setup-choice-hint");
    Button choice = new Button();
    choice.setId(id);
    choice.setAccessibleText(messages.text(title));
    choice.setGraphic(
        row("setup-choice-words", icon(picture, "setup-choice-icon"), stack("note-words", what, words)));
    choice.getStyleClass().add("setup-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    return choice;
  }
}
