// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.function.Consumer;

/// Where staff type the code of a customer's credit.
final class CreditField extends HBox {
  /// With spaces and a dash, as people write it.
  private static final int LONGEST = 16;

  private final TextField code = new TextField();
  private final Consumer<String> use;

  CreditField(Messages messages, Consumer<String> use) {
    this.use = use;
    Button button = new Button(messages.text(Phrase.CREDIT_USE));
    button.setId("credit-use");
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(code.textProperty().isEmpty());
    button.setOnAction(_ -> onUse());
    code.setId("credit-code");
    code.setPromptText(messages.text(Phrase.CREDIT_CODE));
    code.setOnAction(_ -> onUse());
    HBox.setHgrow(code, Priority.ALWAYS);
    getStyleClass().add("credit-field");
    getChildren().addAll(code, button);
  }

  private void onUse() {
    String typed = code.getText().strip();
    if (!typed.isEmpty() && typed.length() <= LONGEST) {
      code.clear();
      use.accept(typed);
    }
  }
}
