// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.form.FormView;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.printers.PrinterPicker;

import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The fields of one topic.
final class TopicView {
  private final Messages messages;
  private final VBox root = stack("settings-topic");
  private final FormView form;
  private Subscription following;

  TopicView(SettingsViewModel model, Topic topic, Messages messages) {
    this.messages = messages;
    this.form = new FormView(model.form(topic), messages);
    this.following = form::close;
    root.getChildren().add(label(messages.text(topic.title()), "settings-title"));
    switch (topic) {
      case SHOP, SESSIONS, SCREENS -> root.getChildren().add(form);
      case MONEY -> {
        root.getChildren().add(form);
        model.secrets().forEach(secret -> form.getChildren().add(4, secret(secret)));
      }
      case PRINTER -> {
        PrinterPicker picker = new PrinterPicker(model.printers(), messages);
        following = following.and(picker::close);
        root.getChildren().addAll(picker, form);
      }
      case PROGRAMS -> addKeys(model.keys());
      case CONNECTIONS -> addConnections(model.connections());
      case PEOPLE -> {
        PeoplePane people = new PeoplePane(model.people(), messages);
        following = following.and(people::close);
        root.getChildren().addAll(people, form);
      }
    }
  }

  private void addKeys(KeysViewModel model) {
    KeysPane keys = new KeysPane(model, messages);
    following = following.and(keys::close);
    root.getChildren().add(keys);
  }

  private void addConnections(ConnectionsViewModel model) {
    ConnectionsPane connections = new ConnectionsPane(model, messages);
    following = following.and(connections::close);
    root.getChildren().add(connections);
  }

  Node root() {
    return root;
  }

  void focusWrong() {
    form.focusEntry();
  }

  /// Lets go of the models, which outlive this view.
  void close() {
    following.unsubscribe();
  }

  private Node secret(SecretModel secret) {
    PasswordField field = new PasswordField();
    field.setId("field-" + secret.name().replace('.', '-'));
    field.getStyleClass().add("field-words");
    field.textProperty().bindBidirectional(secret.typed());
    Labelled labelled =
        new Labelled(messages.text(secret.title()), field, messages.text(Phrase.SECRET_HINT));
    following =
        following
            .and(() -> field.textProperty().unbindBidirectional(secret.typed()))
            .and(
                secret
                    .set()
                    .subscribe(
                        set ->
                            field.setPromptText(
                                messages.text(
                                    set ? Phrase.SECRET_SET : Phrase.SECRET_NOT_SET))));
    return labelled;
  }
}
