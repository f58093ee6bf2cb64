// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.connection.ConnectionDesk.Kept;
import io.secureprint.agent.connection.ConnectionDesk.Trial;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The servers that the shop's workflows call: the list at the left, the chosen or a new one at the right.
/// A secret is typed and never shown.
final class ConnectionsPane extends HBox {
  private final ConnectionsViewModel model;
  private final Messages messages;
  private final VBox list = stack("people-list");
  private final TextField name = new TextField();
  private final PasswordField secret = new PasswordField();
  private final HBox more = row("auto-line");
  private final Button attempt;
  private final Node saveFirst;
  private final VBox said = stack("auto-said");
  private final ListChangeListener<Kept> redraw = _ -> drawList();
  private Subscription following = Subscription.EMPTY;

  ConnectionsPane(ConnectionsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("people");
    attempt = new Button(text(Phrase.CONNECTION_TRY), icon(Feather.ACTIVITY));
    attempt.setId("connection-try");
    saveFirst = paragraph(text(Phrase.CONNECTION_TRY_SAVED), "field-hint");
    Button save = new Button(text(Phrase.SETTINGS_SAVE), icon(Feather.CHECK));
    save.setId("connection-save");
    save.setOnAction(_ -> model.onSave());
    getChildren()
        .addAll(
            list,
            stack(
                "form",
                paragraph(text(Phrase.CONNECTION_HINT), "field-hint"),
                field("name", name, model.name(), Phrase.CONNECTION_NAME, Phrase.CONNECTION_NAME_HINT),
                field(
                    "address", new TextField(), model.address(), Phrase.CONNECTION_ADDRESS,
                    Phrase.CONNECTION_ADDRESS_HINT),
                field(
                    "header", new TextField(), model.header(), Phrase.CONNECTION_HEADER,
                    Phrase.CONNECTION_HEADER_HINT),
                field("secret", secret, model.secret(), Phrase.CONNECTION_SECRET, Phrase.CONNECTION_SECRET_HINT),
                row("auto-line", save, more),
                saveFirst,
                said));
    follow();
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
    model.kept().removeListener(redraw);
  }

  private void follow() {
    model.kept().addListener(redraw);
    following =
        Subscription.combine(
            following,
            model.chosen().subscribe(this::showChosen),
            model.changed().subscribe(this::showChanged),
            model.outcome().subscribe(_ -> say()),
            model.trial().subscribe(_ -> say()));
    model.onReload();
    drawList();
  }

  private Labelled field(
      String id, TextField field, StringProperty value, Phrase title, Phrase hint) {
    field.setId("connection-" + id);
    field.getStyleClass().add("field-words");
    field.textProperty().bindBidirectional(value);
    following = following.and(() -> field.textProperty().unbindBidirectional(value));
    return new Labelled(text(title), field, text(hint));
  }

  /// What is tried out is what is kept.
  private void showChanged(boolean changed) {
    attempt.setDisable(changed);
    Shapes.show(saveFirst, changed);
  }

  private void drawList() {
    list.getChildren().clear();
    model.kept().forEach(one -> list.getChildren().add(entry(one.connection().name(), one)));
    list.getChildren().add(entry(text(Phrase.CONNECTION_NEW), null));
  }

  private ToggleButton entry(String title, @Nullable Kept one) {
    ToggleButton button =
        new ToggleButton(title, icon(one == null ? Feather.PLUS : Feather.LINK));
    button.setId(one == null ? "connection-new" : "connection-of-" + title);
    button.setMnemonicParsing(false);
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    Kept now = model.chosen().get();
    button.setSelected(one == null ? now == null : one.equals(now));
    button.setOnAction(_ -> model.onChoose(one));
    return button;
  }

  private void showChosen(@Nullable Kept one) {
    drawList();
    name.setDisable(one != null);
    secret.setPromptText(
        text(one != null && one.secret() ? Phrase.SECRET_SET : Phrase.SECRET_NOT_SET));
    more.getChildren().clear();
    if (one != null) {
      attempt.setOnAction(_ -> model.onTry(one));
      HoldButton remove = new HoldButton(() -> model.onRemove(one), text(Phrase.HOLD_TIP));
      remove.setId("connection-remove");
      remove.setText(text(Phrase.CONNECTION_REMOVE));
      remove.getStyleClass().add("hold-danger");
      more.getChildren().addAll(attempt, remove);
    }
  }

  private void say() {
    said.getChildren().clear();
    switch (model.outcome().get()) {
      case Outcome.Nothing(), Outcome.Wrong() -> showTrial();
      case Outcome.Working() -> said.getChildren().add(paragraph(text(Phrase.ASK_WORKING), "note"));
      case Outcome.Saved() ->
          said.getChildren().add(paragraph(text(Phrase.CONNECTION_SAVED), "note-success"));
      case Outcome.Refused(String code, _) ->
          said.getChildren().add(Notice.of("note-danger", messages, code));
    }
  }

  private void showTrial() {
    Trial trial = model.trial().get();
    Node told =
        switch (trial) {
          case null -> label("");
          case Trial.Failed(String code) -> Notice.of("note-danger", messages, code);
          case Trial.Answered(int status) ->
              paragraph(
                  messages.text(answer(status), status),
                  status / 100 == 2 ? "note-success" : "note-attention");
        };
    said.getChildren().add(told);
  }

  private static Phrase answer(int status) {
    return switch (status / 100) {
      case 2 -> Phrase.CONNECTION_THERE;
      case 3 -> Phrase.CONNECTION_SENDS_ON;
      case 5 -> Phrase.CONNECTION_TROUBLE;
      default ->
          status == 401 || status == 403
              ? Phrase.CONNECTION_STRANGER
              : Phrase.CONNECTION_UNKNOWING;
    };
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }
}
