// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;

/// What the shop needs, each with what happened, what to do, since when, and its code.
final class NotesPane extends VBox {
  private final TimeWords words;

  NotesPane(TimeWords words) {
    this.words = words;
    setId("notes");
    getStyleClass().add("notes");
  }

  void show(ShopStatus status, Instant now) {
    getChildren().clear();
    status.notes().forEach(note -> getChildren().add(note(note, now)));
    if (status.notes().isEmpty()) {
      getChildren().add(label(words.messages().text(Phrase.SHOP_NO_NOTES)));
    }
  }

  private Node note(Note note, Instant now) {
    Messages messages = words.messages();
    CodeWords told = messages.code(note.code());
    String what = note.subject().isEmpty() ? told.what() : note.subject() + ": " + told.what();
    VBox said = stack("note-words", paragraph(what, "strong"), paragraph(told.next()));
    HBox.setHgrow(said, Priority.ALWAYS);
    VBox when =
        stack(
            "note-when",
            label(messages.text(Phrase.SINCE, words.clock(note.since(), now))),
            label(messages.text(Phrase.CODE, note.code()), "muted", "small"));
    return row("note-attention", said, gap(), when);
  }
}
