// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.automation.Fault;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong with a field, below it.
final class Told extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final FaultWords words;
  private final Node field;

  /// Follows the faults of `name` until `bound` is closed; `field` is marked with it.
  Told(AutomationForm form, String name, Node field, Messages messages, Bound bound) {
    this.words = new FaultWords(messages);
    this.field = field;
    getStyleClass().add("price-fault");
    setAlignment(Pos.CENTER_LEFT);
    bound.and(form.told().subscribe(told -> show(told.get(name))));
  }

  /// The field itself says what is wrong, in the place of its hint.
  static Labelled by(
      AutomationForm form, String name, Labelled field, Messages messages, Bound bound) {
    FaultWords words = new FaultWords(messages);
    bound.and(
        form.told().subscribe(told -> {
          Fault fault = told.get(name);
          field.say(fault == null ? "" : words.of(fault));
        }));
    return field;
  }

  private void show(@Nullable Fault fault) {
    getChildren().clear();
    field.pseudoClassStateChanged(WRONG, fault != null);
    if (fault != null) {
      Node text = paragraph(words.of(fault));
      HBox.setHgrow(text, Priority.ALWAYS);
      getChildren().addAll(icon(Feather.ALERT_CIRCLE), text);
    }
    Shapes.show(this, fault != null);
  }
}
