// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Comment;
import io.secureprint.app.fx.Areas;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What was written under a task, and a field for more: Ctrl+Enter adds it.
final class CommentsPane extends VBox {
  private static final KeyCombination ADD =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

  private final CardViewModel model;
  private final BoardWords words;
  private final VBox list = stack("comments-list");
  private final TextArea typed = Areas.passing();

  CommentsPane(CardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("comments");
    typed.setId("comment-text");
    typed.setPrefRowCount(2);
    typed.setPromptText(words.text(Phrase.TASK_COMMENT_PROMPT));
    typed.setAccessibleText(words.text(Phrase.TASK_COMMENT_PROMPT));
    typed.textProperty().bindBidirectional(model.comment());
    typed.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    HBox.setHgrow(typed, Priority.ALWAYS);
    Button add = new Button(words.text(Phrase.TASK_COMMENT_ADD), icon(Feather.MESSAGE_SQUARE));
    add.setId("comment-add");
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty().bind(model.comment().map(String::isBlank));
    add.setOnAction(_ -> model.onComment());
    HBox foot = row("card-buttons", typed, add);
    getChildren().setAll(label(words.text(Phrase.TASK_COMMENTS), "section"), list, foot);
  }

  void show(List<Comment> comments) {
    list.getChildren().clear();
    if (comments.isEmpty()) {
      list.getChildren().add(label(words.text(Phrase.TASK_COMMENTS_NONE), "muted"));
    }
    comments.forEach(comment ->
        list.getChildren()
            .add(
                stack(
                    "comment",
                    paragraph(comment.words()),
                    label(
                        words.actor(comment.actor()) + " · " + words.times().exact(comment.at()),
                        "muted",
                        "small"))));
  }

  void close() {
    typed.textProperty().unbindBidirectional(model.comment());
  }

  private void onKey(KeyEvent event) {
    if (ADD.match(event)) {
      model.onComment();
      event.consume();
    }
  }
}
