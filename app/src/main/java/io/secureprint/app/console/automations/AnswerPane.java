// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.growing;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Draft;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What came of the last thing that a person asked for, and what they may want next.
final class AnswerPane extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;

  AnswerPane(AutomationsViewModel model, AutomationWords words, Bound bound) {
    this.model = model;
    this.words = words;
    getStyleClass().add("price-answer");
    bound.and(model.asked().subscribe(this::say));
  }

  private void say(Asked asked) {
    getChildren().clear();
    if (!(asked instanceof Asked.Nothing)) {
      getChildren().add(told(asked));
    }
    Shapes.show(this, !getChildren().isEmpty());
  }

  private Node told(Asked asked) {
    return switch (asked) {
      case Asked.Nothing() -> stack("note");
      case Asked.Working() -> note("note", words.text(Phrase.ASK_WORKING));
      case Asked.Saved(_, int version, boolean on) when on ->
          note("note-success", words.text(Phrase.AUTO_SAVED, version));
      case Asked.Saved(String id, int version, _) ->
          off(words.text(Phrase.AUTO_SAVED_OFF, version), id);
      case Asked.Replaced(Draft before) ->
          offer(
              words.text(Phrase.AUTO_REPLACED),
              "auto-put-back", Phrase.AUTO_PUT_BACK, () -> model.onPutBack(before));
      case Asked.Switched(String name, boolean on) ->
          note(
              "note-success",
              words.text(on ? Phrase.AUTO_SWITCHED_ON : Phrase.AUTO_SWITCHED_OFF, name));
      case Asked.PutAway(String name) ->
          note("note-success", words.text(Phrase.AUTO_WENT_AWAY, name));
      case Asked.TakenOut(String id) -> off(words.text(Phrase.AUTO_CAME_BACK), id);
      case Asked.GoesOn() -> note("note-success", words.text(Phrase.AUTO_GOES_ON));
      case Asked.Pressed(var why) -> {
        WhyWords whys = new WhyWords(words.messages());
        yield note("note", whys.outcome(why.outcome()) + ". " + whys.reason(why));
      }
      case Asked.Faulty() -> note("note-danger", words.text(Phrase.AUTO_FAULTY));
      case Asked.Refused(String code) -> Notice.of("note-danger", words.messages(), code);
    };
  }

  private static Node note(String style, String text) {
    return stack(style, paragraph(text));
  }

  private Node off(String text, String id) {
    return offer(text, "auto-switch-on", Phrase.AUTO_TURN_ON, () -> model.onSwitchOn(id));
  }

  private Node offer(String text, String id, Phrase wish, Runnable action) {
    Button button = new Button(words.text(wish));
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    HBox line = row("note-attention", growing(paragraph(text)), button);
    line.getStyleClass().add("auto-offer");
    return line;
  }
}
