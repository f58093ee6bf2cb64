// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/// Everywhere that the open task may go, each with its button; and where a reason is wanted, the field
/// for it.
final class MovePane extends VBox {
  private final CardViewModel model;
  private final BoardWords words;
  private final FlowPane ways = new FlowPane(8, 8);
  private final TextField reason = new TextField();
  private final VBox asking;

  MovePane(CardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("card-moves");
    reason.setId("move-reason");
    reason.textProperty().bindBidirectional(model.reason());
    reason.setOnAction(_ -> model.onReason());
    Button yes = new Button(words.text(Phrase.TASK_MOVE_CANCEL), icon(Feather.X_CIRCLE));
    yes.setId("move-cancel");
    yes.setOnAction(_ -> model.onReason());
    Button no = new Button(words.text(Phrase.TASK_MOVE_NOT));
    no.setId("move-keep");
    no.setOnAction(_ -> model.onKeep());
    asking =
        stack(
            "note-attention",
            new Labelled(
                words.text(Phrase.TASK_MOVE_WHY), reason, words.text(Phrase.TASK_MOVE_WHY_HINT)),
            row("card-buttons", yes, no));
    asking.setSpacing(12);
  }

  void show(TaskCard card, @Nullable TaskState wanted) {
    if (wanted != null) {
      boolean fresh = !getChildren().contains(asking);
      getChildren().setAll(asking);
      if (fresh) {
        reason.requestFocus();
      }
      return;
    }
    ways.getChildren().clear();
    model.moves(card.task()).forEach(choice -> {
      Button way = new Button(words.of(choice.to()), icon(BoardWords.picture(choice.to())));
      way.setId("move-to-" + choice.to().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      way.setOnAction(_ -> model.onMove(card, choice.to()));
      ways.getChildren().add(way);
    });
    if (ways.getChildren().isEmpty()) {
      getChildren().clear();
    } else {
      getChildren().setAll(label(words.text(Phrase.TASK_MOVE_TO), "section"), ways);
    }
  }

  void focusEntry() {
    if (getChildren().contains(asking)) {
      reason.requestFocus();
    } else if (!ways.getChildren().isEmpty()) {
      ways.getChildren().getFirst().requestFocus();
    }
  }

  void close() {
    reason.textProperty().unbindBidirectional(model.reason());
  }
}
