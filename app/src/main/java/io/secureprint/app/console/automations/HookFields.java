// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.AutomationDesk.HookKey;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.CopyField;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The webhook that sets it off: its name, and for the owner where its messages go and how they are
/// signed.
final class HookFields extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final VBox key = stack("auto-fields");

  HookFields(AutomationsViewModel model, AutomationWords words, Bound bound) {
    this.model = model;
    this.words = words;
    getStyleClass().add("auto-fields");
    TextField name = new TextField();
    name.setId("auto-hook");
    name.getStyleClass().add("field-words");
    bound.both(name.textProperty(), model.form().hook());
    Button show = new Button(words.text(Phrase.AUTO_HOOK_SHOW), icon(Feather.KEY));
    show.setId("auto-hook-show");
    show.setOnAction(_ -> model.hook().onShow(name.getText().strip()));
    bound.and(
        model.form().hook().subscribe(
            text -> show.setDisable(!text.strip().matches("[a-z][a-z0-9-]{1,39}"))));
    bound.and(model.hook().shown().subscribe(this::show));
    getChildren()
        .addAll(
            Told.by(
                model.form(),
                "trigger.name",
                new Labelled(
                    words.text(Phrase.AUTO_HOOK), name, words.text(Phrase.AUTO_HOOK_HINT)),
                words.messages(),
                bound),
            show,
            key);
  }

  private void show(@Nullable HookKey shown) {
    key.getChildren().clear();
    switch (shown) {
      case null -> {}
      case HookKey.Refused(String code) ->
          key.getChildren().add(Notice.of("note-danger", words.messages(), code));
      case HookKey.Told(String address, String secret) ->
          key.getChildren().addAll(told(address, secret), renewal());
    }
  }

  private Node told(String address, String secret) {
    return stack(
        "note",
        new CopyField(
            "auto-hook-address", words.text(Phrase.AUTO_HOOK_ADDRESS), address, words.messages()),
        new CopyField(
            "auto-hook-secret", words.text(Phrase.AUTO_HOOK_SECRET), secret, words.messages()),
        paragraph(words.text(Phrase.AUTO_HOOK_ONCE), "field-hint"));
  }

  private Node renewal() {
    HoldButton renew =
        new HoldButton(
            () -> model.hook().onRenew(model.form().hook().get().strip()),
            words.text(Phrase.HOLD_TIP));
    renew.setId("auto-hook-renew");
    renew.setText(words.text(Phrase.AUTO_HOOK_RENEW));
    renew.getStyleClass().add("hold-danger");
    return stack(
        "auto-fields", renew, paragraph(words.text(Phrase.AUTO_HOOK_RENEW_HINT), "field-hint"));
  }
}
