// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Whose task it is and how much it presses, to be changed.
final class OwnerPane extends VBox {
  private final BoardViewModel model;
  private final BoardWords words;
  private final ComboBox<String> who = new ComboBox<>();
  private final ComboBox<Priority> priority = new ComboBox<>();
  private final Button take;
  private final Button give;
  private @Nullable TaskCard shown;

  OwnerPane(BoardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("card-owner");
    who.setId("card-assignee");
    who.setEditable(true);
    who.setMaxWidth(Double.MAX_VALUE);
    who.setPromptText(words.text(Phrase.TASK_NOBODY));
    who.setAccessibleText(words.text(Phrase.TASK_ASSIGNEE));
    Shapes.growing(who);
    who.getEditor().setOnAction(_ -> assign());
    give = new Button(words.text(Phrase.TASK_GIVE), icon(Feather.USER_CHECK));
    give.setId("card-give");
    give.setMinWidth(USE_PREF_SIZE);
    give.setOnAction(_ -> assign());
    take = new Button(words.text(Phrase.TASK_TAKE), icon(Feather.USER));
    take.setId("card-take");
    take.setOnAction(_ -> model.me().ifPresent(model.card()::onAssign));
    priority.setId("card-priority");
    priority.getItems().setAll(List.of(Priority.values()).reversed());
    priority.setConverter(new Said<>(words::of));
    priority.setAccessibleText(words.text(Phrase.TASK_PRIORITY));
    priority.setOnAction(_ -> prioritise());
  }

  /// @param another whether it is another task than before, whose fields begin anew
  void show(TaskCard card, boolean another) {
    boolean changed = shown == null || !card.task().live().equals(shown.task().live());
    shown = card;
    String name = card.task().assignee();
    if (another || changed) {
      BoardViewModel.Sight sight = model.sight().get();
      who.getItems().setAll(sight == null ? List.of() : sight.workers());
      who.getEditor().setText(name == null ? "" : name);
      priority.setValue(card.task().priority());
    }
    boolean over = card.task().state().over();
    who.setDisable(over);
    give.setDisable(over);
    priority.setDisable(over);
    getChildren()
        .setAll(label(words.text(Phrase.TASK_ASSIGNEE), "section"), row("card-buttons", who, give));
    if (!over && model.me().filter(me -> !me.equals(name)).isPresent()) {
      getChildren().add(take);
    }
    getChildren().addAll(label(words.text(Phrase.TASK_PRIORITY), "section"), priority);
  }

  private void assign() {
    model.card().onAssign(who.getEditor().getText());
  }

  private void prioritise() {
    Priority chosen = priority.getValue();
    if (chosen != null && shown != null && chosen != shown.task().priority()) {
      model.card().onPrioritise(chosen);
    }
  }
}
