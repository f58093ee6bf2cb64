// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.app.fx.Messages;

import javafx.scene.layout.VBox;

import java.util.List;

/// The fields of a form below each other.
public final class FormView extends VBox {
  private final List<FieldView> fields;

  public FormView(Form form, Messages messages) {
    fields = form.fields().stream().map(field -> new FieldView(field, messages)).toList();
    getStyleClass().add("form");
    fields.forEach(field -> getChildren().add(field.root()));
  }

  /// Puts the keyboard where something is wrong, else at the beginning.
  public void focusEntry() {
    fields.stream()
        .filter(FieldView::isWrong)
        .findFirst()
        .or(() -> fields.stream().findFirst())
        .ifPresent(FieldView::focusEntry);
  }

  /// Lets go of the form, which outlives this view.
  public void close() {
    fields.forEach(FieldView::close);
  }
}
