// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Role;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.pin.NewPinFields;
import io.secureprint.app.pin.PinWords;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// The people of the shop at the left, and who is chosen or added at the right.
final class PeoplePane extends HBox {
  private final PeopleViewModel model;
  private final Messages messages;
  private final VBox list = stack("people-list");
  private final Labelled name;
  private final Labelled role;
  private final TextField nameField = new TextField();
  private final ComboBox<Role> roleBox = new ComboBox<>();
  private final NewPinFields pin;
  private final Button keep = new Button();
  private final VBox removing = new VBox();
  private final VBox said = new VBox();
  private final Label title = label("", "section");
  private final ListChangeListener<Person> redraw = _ -> drawList();
  private final Subscription following;

  PeoplePane(PeopleViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.pin = new NewPinFields(model.pin(), messages);
    this.name = new Labelled(text(Phrase.PEOPLE_NAME), nameField, text(Phrase.PEOPLE_NAME_HINT));
    this.role = new Labelled(text(Phrase.PEOPLE_ROLE), roleBox, "");
    getStyleClass().add("people");
    nameField.setId("person-name");
    nameField.getStyleClass().add("field-words");
    roleBox.setId("person-role");
    roleBox.getItems().setAll(Role.OWNER, Role.STAFF, Role.AUDITOR);
    roleBox.setConverter(new Said<>(shown -> text(PinWords.role(shown))));
    keep.setId("person-keep");
    keep.setOnAction(_ -> model.onKeep());
    getChildren()
        .addAll(list, stack("form", title, name, role, pin, keep, said, removing));
    following = follow();
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
    pin.close();
    nameField.textProperty().unbindBidirectional(model.name());
    roleBox.valueProperty().unbindBidirectional(model.role());
    model.people().removeListener(redraw);
  }

  private Subscription follow() {
    nameField.textProperty().bindBidirectional(model.name());
    roleBox.valueProperty().bindBidirectional(model.role());
    model.people().addListener(redraw);
    return Subscription.combine(
        model.chosen().subscribe(this::showChosen),
        model.nameWrong()
            .subscribe(code -> name.say(code.isEmpty() ? "" : messages.code(code).what())),
        model.outcome().subscribe(this::say));
  }

  private void drawList() {
    list.getChildren().clear();
    if (model.people().isEmpty()) {
      list.getChildren()
          .add(
              Shapes.emptyState(
                  Feather.KEY, text(Phrase.PEOPLE_NONE), text(Phrase.PEOPLE_NONE_HINT)));
      return;
    }
    model.people().forEach(person -> list.getChildren().add(button(person)));
    ToggleButton somebody = new ToggleButton(text(Phrase.PEOPLE_SOMEBODY_NEW), icon(Feather.PLUS));
    somebody.setId("person-new");
    list.getChildren().add(entry(somebody, null));
  }

  private Node button(Person person) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(
        row(
            "person",
            icon(Feather.USER),
            stack(
                "printer-words",
                label(person.name(), "strong"),
                label(text(PinWords.role(person.role())), "muted", "small"))));
    return entry(button, person);
  }

  private ToggleButton entry(ToggleButton button, @Nullable Person person) {
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(Objects.equals(person, model.chosen().get()));
    button.setOnAction(_ -> {
      model.onChoose(person);
      pin.focusEntry();
    });
    return button;
  }

  private void showChosen(@Nullable Person person) {
    drawList();
    boolean isNew = person == null;
    title.setText(
        person == null
            ? text(Phrase.PEOPLE_ADD)
            : messages.text(Phrase.PEOPLE_NEW_PIN, person.name()));
    keep.setText(text(isNew ? Phrase.PEOPLE_ADD_BUTTON : Phrase.PEOPLE_NEW_PIN_BUTTON));
    Shapes.show(name, isNew);
    Shapes.show(role, isNew);
    removing.getChildren().clear();
    if (person != null) {
      HoldButton remove = new HoldButton(() -> model.onRemove(person), text(Phrase.HOLD_TIP));
      remove.setId("person-remove");
      remove.setText(text(Phrase.PEOPLE_REMOVE));
      remove.getStyleClass().add("hold-danger");
      removing.getChildren().add(remove);
    }
  }

  private void say(Outcome outcome) {
    said.getChildren().clear();
    switch (outcome) {
      case Outcome.Nothing(), Outcome.Wrong() -> {}
      case Outcome.Working() -> said.getChildren().add(paragraph(text(Phrase.ASK_WORKING), "note"));
      case Outcome.Saved() ->
          said.getChildren().add(paragraph(text(Phrase.PEOPLE_KEPT), "note-success"));
      case Outcome.Refused(String code, _) ->
          said.getChildren().add(Notice.of("note-danger", messages, code));
    }
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }
}
