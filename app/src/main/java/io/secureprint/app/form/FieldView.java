// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/// One setting on the screen.
final class FieldView {
  private final FieldModel model;
  private final Messages messages;
  private final Control control;
  private final Labelled labelled;
  private final Subscription following;

  FieldView(FieldModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.control = model.setting().choices().isEmpty() ? typed() : chosen();
    control.setId("field-" + model.setting().key().replace('.', '-'));
    control.setDisable(model.isFixed());
    Phrase hint = model.isFixed() ? Phrase.FIELD_FIXED : model.setting().hint();
    labelled =
        new Labelled(
            messages.text(model.setting().title()),
            control,
            hint == null ? "" : messages.text(hint));
    addUnit();
    following = model.wrong().subscribe(wrong -> labelled.say(wrong == null ? "" : said(wrong)));
  }

  Node root() {
    return labelled;
  }

  void focusEntry() {
    control.requestFocus();
  }

  boolean isWrong() {
    return model.wrong().get() != null;
  }

  /// Lets go of the model, which outlives this view.
  void close() {
    following.unsubscribe();
    if (control instanceof TextField field) {
      field.textProperty().unbindBidirectional(model.text());
    }
  }

  private void addUnit() {
    switch (model.setting().kind()) {
      case RUPEES -> labelled.unit(label("₹", "field-unit"), true);
      case MINUTES ->
          labelled.unit(label(messages.text(Phrase.UNIT_MINUTES), "field-unit"), false);
      case TEXT, COUNT -> {}
    }
  }

  private TextField typed() {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.text());
    boolean words = model.setting().kind() == Kind.TEXT;
    field.getStyleClass().add(words ? "field-words" : "field-figure");
    return field;
  }

  private ComboBox<String> chosen() {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("field-words");
    model.setting().choices().forEach(choice -> box.getItems().add(choice.value()));
    box.setConverter(new Said<>(this::named));
    box.setValue(model.text().get());
    box.setOnAction(_ -> model.text().set(box.getValue()));
    return box;
  }

  private String said(FieldModel.Wrong wrong) {
    String what = messages.code(wrong.code()).what();
    String detail = model.setting().kind().detail(wrong.detail(), messages);
    return detail.isEmpty() ? what : what + " (" + detail + ")";
  }

  /// A value as it is called; one that a person wrote by hand stands as it is.
  private String named(String value) {
    return model.setting().choices().stream()
        .filter(choice -> choice.value().equals(value))
        .map(choice -> messages.text(choice.name()))
        .findFirst()
        .orElse(value);
  }
}
