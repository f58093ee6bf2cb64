// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where something is typed or chosen: its title above, and below it what to know or what is wrong.
public final class Labelled extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Control control;
  private final String hint;
  private final HBox entry;

  public Labelled(String title, Control control, String hint) {
    this.control = control;
    this.hint = hint;
    this.entry = Shapes.row("field-entry", control);
    getStyleClass().add("field");
    Label titled = label(title, "field-title");
    titled.setLabelFor(control);
    getChildren().addAll(titled, entry);
    say("");
  }

  /// What stands before or after what is typed.
  Labelled unit(Node unit, boolean before) {
    entry.getChildren().add(before ? 0 : 1, unit);
    return this;
  }

  /// Says what is wrong; empty text says the hint again.
  public void say(String wrong) {
    boolean isWrong = !wrong.isEmpty();
    control.pseudoClassStateChanged(WRONG, isWrong);
    getChildren().remove(2, getChildren().size());
    if (isWrong) {
      getChildren().add(paragraph(wrong, "field-wrong"));
    } else if (!hint.isEmpty()) {
      getChildren().add(paragraph(hint, "field-hint"));
    }
  }
}
