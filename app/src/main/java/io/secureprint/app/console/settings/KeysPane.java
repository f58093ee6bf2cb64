// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiRole;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.CopyField;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/// The keys of programs: a new one is named, made and shown once; those there are, each with what it may
/// do and when it was used last.
final class KeysPane extends VBox {
  private final KeysViewModel model;
  private final Messages messages;
  private final TimeWords times;
  private final TextField name = new TextField();
  private final VBox list = stack("letters");
  private final VBox said = stack("auto-said");
  private final ListChangeListener<ApiKey> redraw = _ -> draw();
  private final Subscription following;

  KeysPane(KeysViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.times = new TimeWords(messages, model.zone());
    getStyleClass().add("form");
    name.setId("key-name");
    name.getStyleClass().add("field-words");
    Button make = new Button(text(Phrase.KEY_MAKE), icon(Feather.KEY));
    make.setId("key-make");
    make.setOnAction(_ -> model.onMake());
    name.setOnAction(_ -> model.onMake());
    getChildren()
        .addAll(
            paragraph(text(Phrase.KEY_HINT), "field-hint"),
            new Labelled(text(Phrase.KEY_NAME), name, text(Phrase.KEY_NAME_HINT)),
            roles(),
            make,
            said,
            label(text(Phrase.KEY_OPEN), "section"),
            list);
    name.textProperty().bindBidirectional(model.name());
    model.open().addListener(redraw);
    following =
        Subscription.combine(
            model.secret().subscribe(_ -> say()), model.outcome().subscribe(_ -> say()));
    model.onReload();
    draw();
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
    name.textProperty().unbindBidirectional(model.name());
    model.open().removeListener(redraw);
  }

  private Node roles() {
    VBox roles = stack("field", label(text(Phrase.KEY_ROLE), "field-title"));
    ToggleGroup group = new ToggleGroup();
    for (ApiRole role : ApiRole.values()) {
      RadioButton button = new RadioButton(text(words(role)));
      button.setAccessibleText(text(Phrase.KEY_ROLE) + " " + text(words(role)));
      button.setId("key-role-" + role.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setSelected(role == model.role().get());
      button.setOnAction(_ -> model.role().set(role));
      roles.getChildren().add(button);
    }
    return roles;
  }

  private static Phrase words(ApiRole role) {
    return switch (role) {
      case AUDITOR -> Phrase.KEY_AUDITOR;
      case INTEGRATOR -> Phrase.KEY_INTEGRATOR;
    };
  }

  private void say() {
    said.getChildren().clear();
    if (!model.secret().get().isEmpty()) {
      said.getChildren()
          .add(
              stack(
                  "note-success",
                  new CopyField(
                      "key-secret", text(Phrase.KEY_MADE), model.secret().get(), messages),
                  paragraph(text(Phrase.KEY_ONCE))));
    } else if (model.outcome().get() instanceof Outcome.Refused(String code, _)) {
      said.getChildren().add(Notice.of("note-danger", messages, code));
    } else if (model.outcome().get() instanceof Outcome.Working) {
      said.getChildren().add(paragraph(text(Phrase.ASK_WORKING), "note"));
    }
    Shapes.show(said, !said.getChildren().isEmpty());
  }

  private void draw() {
    list.getChildren().clear();
    if (model.open().isEmpty()) {
      list.getChildren().add(label(text(Phrase.KEY_NONE), "muted"));
    }
    model.open().forEach(key -> list.getChildren().add(drawn(key)));
  }

  private Node drawn(ApiKey key) {
    String may =
        key.roles().stream()
            .sorted()
            .map(role -> text(words(role)))
            .collect(Collectors.joining(" · "));
    Instant used = key.ends().lastUsedAt();
    String last =
        used == null
            ? text(Phrase.KEY_UNUSED)
            : messages.text(Phrase.KEY_USED, times.clock(used, model.now()));
    String made =
        messages.text(
            Phrase.VERSION_BY, times.clock(key.made().at(), model.now()), key.made().by());
    VBox words =
        stack(
            "note-words",
            label(key.name(), "strong"),
            paragraph(may, "small"),
            label(last + " · " + made, "muted", "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HoldButton revoke = new HoldButton(() -> model.onRevoke(key), text(Phrase.HOLD_TIP));
    revoke.setId("key-revoke-" + key.id());
    revoke.setText(text(Phrase.KEY_REVOKE));
    revoke.getStyleClass().add("hold-danger");
    revoke.setMinWidth(USE_PREF_SIZE);
    HBox row = row("note", icon(Feather.KEY), words, gap(), revoke);
    row.getStyleClass().add("letter");
    return row;
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }
}
