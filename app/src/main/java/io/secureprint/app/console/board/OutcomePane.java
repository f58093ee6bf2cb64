// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.kernel.RefusedMove;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.stream.Collectors;

/// What came of the last wish: what was refused, why, and what could be done instead.
final class OutcomePane extends VBox {
  private final BoardWords words;

  OutcomePane(BoardWords words) {
    this.words = words;
    getStyleClass().add("board-outcome");
    show(new Outcome.Nothing());
  }

  void show(Outcome outcome) {
    getChildren().clear();
    switch (outcome) {
      case Outcome.Nothing() -> {}
      case Outcome.Working() ->
          getChildren().add(stack("note", label(words.text(Phrase.ASK_WORKING))));
      case Outcome.Done(Phrase what) ->
          getChildren().add(stack("note-success", paragraph(words.text(what))));
      case Outcome.Refused(Refusal why) -> getChildren().add(refused(why));
    }
    Shapes.show(this, !getChildren().isEmpty());
  }

  private VBox refused(Refusal why) {
    return switch (why) {
      case Refusal.NotMoved(RefusedMove move) -> notMoved(move);
      case Refusal.Unknown _, Refusal.Wrong _, Refusal.Conflict _, Refusal.NotAllowed _ ->
          Notice.of("note-danger", words.messages(), why.code());
    };
  }

  private VBox notMoved(RefusedMove move) {
    VBox note = stack("note-danger");
    note.getChildren()
        .add(
            paragraph(
                words.text(
                    Phrase.TASK_REFUSED, words.ofState(move.from()), words.ofState(move.to())),
                "strong"));
    if (move.reasons().isEmpty()) {
      note.getChildren().add(paragraph(words.messages().code(move.code()).what()));
    }
    move.reasons().forEach(reason -> {
      var told = words.messages().code(reason.code());
      note.getChildren().addAll(paragraph(told.what()), paragraph(told.next()));
    });
    note.getChildren().addAll(allowed(move), code(move));
    return note;
  }

  private Node allowed(RefusedMove move) {
    return move.allowed().isEmpty()
        ? paragraph(words.text(Phrase.TASK_ALLOWED_NONE))
        : paragraph(
            words.text(
                Phrase.TASK_ALLOWED,
                move.allowed().stream().map(words::ofState).collect(Collectors.joining(", "))));
  }

  private Node code(RefusedMove move) {
    return label(words.text(Phrase.CODE, move.code()), "muted", "small");
  }
}
