// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.outbox.DeadLetter.State;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// What could not be brought: which event, to whom, how often it was tried, what was wrong; and what can
/// be done about it.
final class LettersPane extends VBox {
  private final AutomationsViewModel model;
  private final LettersViewModel letters;
  private final AutomationWords words;
  private final VBox said = stack("auto-said");
  private final VBox rows = stack("letters");
  private final Bound bound = new Bound();

  LettersPane(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.letters = model.letters();
    this.words = words;
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("auto-trial");
    getChildren().addAll(said, scroll);
    bound.list(letters.letters(), this::draw);
    bound.and(letters.failed().subscribe(_ -> draw()));
    bound.and(letters.refused().subscribe(this::say));
    bound.and(letters.working().subscribe(rows::setDisable));
  }

  void close() {
    bound.close();
  }

  private void say(String code) {
    said.getChildren().clear();
    if (!code.isEmpty()) {
      said.getChildren().add(Notice.of("note-danger", words.messages(), code));
    }
    Shapes.show(said, !code.isEmpty());
  }

  private void draw() {
    rows.getChildren().clear();
    if (letters.letters().isEmpty()) {
      boolean failed = letters.failed().get();
      Node state =
          Shapes.emptyState(
              failed ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE,
              words.text(failed ? Phrase.AUTO_FAILED : Phrase.LETTERS_NONE),
              words.text(failed ? Phrase.AUTO_FAILED_HINT : Phrase.LETTERS_NONE_HINT));
      HBox middle = row("letters-none", state);
      middle.setAlignment(Pos.CENTER);
      rows.getChildren().add(middle);
    }
    letters.letters().forEach(letter -> rows.getChildren().add(drawn(letter)));
  }

  private Node drawn(DeadLetter letter) {
    CodeWords told = words.messages().code(letter.code());
    String state =
        letter.state() == State.WAITING
            ? words.text(
                Phrase.LETTER_WAITING, words.times().clock(letter.nextAt(), model.place().now()))
            : words.text(Phrase.LETTER_DEAD);
    VBox text =
        stack(
            "note-words",
            label(words.messages().event(letter.eventType()), "strong"),
            paragraph(words.text(Phrase.LETTER_TRIES, letter.attempts()) + " · " + state),
            paragraph(told.what() + " " + told.next()),
            paragraph(
                words.text(Phrase.CODE, letter.code())
                    + " · "
                    + words.text(
                        Phrase.SINCE, words.times().clock(letter.since(), model.place().now())),
                "muted",
                "small"));
    HBox.setHgrow(text, Priority.ALWAYS);
    boolean dead = letter.state() == State.DEAD;
    Node picture = icon(dead ? Feather.ALERT_CIRCLE : Feather.CLOCK, "claim-icon");
    HBox row = row(dead ? "note-attention" : "note", picture, text, buttons(letter));
    row.getStyleClass().add("letter");
    return row;
  }

  private Node buttons(DeadLetter letter) {
    Button retry = new Button(words.text(Phrase.LETTER_RETRY), icon(Feather.ROTATE_CW));
    retry.setId("letter-retry-" + letter.seq());
    retry.setMaxWidth(Double.MAX_VALUE);
    retry.setOnAction(_ -> letters.onRetry(letter));
    Shapes.show(retry, letter.state() == State.DEAD);
    HoldButton dismiss =
        new HoldButton(() -> letters.onDismiss(letter), words.text(Phrase.HOLD_TIP));
    dismiss.setId("letter-dismiss-" + letter.seq());
    dismiss.setText(words.text(Phrase.LETTER_DISMISS));
    dismiss.getStyleClass().add("hold-quiet");
    dismiss.setMaxWidth(Double.MAX_VALUE);
    VBox buttons = stack("letter-buttons", retry, dismiss);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }
}
