// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Task;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

/// What the open task is called, and the field to call it otherwise.
final class TitlePane extends VBox {
  private final CardViewModel model;
  private final TextField title = new TextField();
  private final VBox asking;
  private final Button rename;
  private final Subscription following;
  private HBox told = new HBox();

  TitlePane(CardViewModel model, BoardWords words) {
    this.model = model;
    title.setId("card-title");
    title.setAccessibleText(words.text(Phrase.TASK_TITLE));
    title.textProperty().bindBidirectional(model.title());
    title.setOnAction(_ -> model.onCalled());
    Button yes = new Button(words.text(Phrase.TASK_RENAME), icon(Feather.CHECK));
    yes.setId("card-called");
    yes.setOnAction(_ -> model.onCalled());
    Button no = new Button(words.text(Phrase.TASK_RENAME_NOT));
    no.setId("card-called-not");
    no.setOnAction(_ -> model.onNotCalled());
    asking = stack("card-naming", title, row("card-buttons", yes, no));
    rename = new Button("", icon(Feather.EDIT_2));
    rename.setId("card-rename");
    rename.getStyleClass().addAll("flat", "button-icon");
    rename.setAccessibleText(words.text(Phrase.TASK_RENAME));
    rename.setTooltip(new Tooltip(words.text(Phrase.TASK_RENAME)));
    rename.setOnAction(_ -> model.onRename());
    following = model.renaming().subscribe(_ -> draw());
  }

  void show(Task task) {
    told = row("detail-head", Shapes.growing(paragraph(task.title(), "open-title")));
    told.setAlignment(Pos.TOP_LEFT);
    if (!task.state().over()) {
      told.getChildren().add(rename);
    }
    draw();
  }

  void close() {
    following.unsubscribe();
    title.textProperty().unbindBidirectional(model.title());
  }

  private void draw() {
    boolean naming = model.renaming().get();
    boolean before = getChildren().contains(asking);
    getChildren().setAll(naming ? asking : told);
    if (naming && !before) {
      title.requestFocus();
      title.selectAll();
    } else if (before && !naming) {
      rename.requestFocus();
    }
  }
}
