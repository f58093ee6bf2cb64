// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Task;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A new task beside the board: its fields, each with what is wrong in it, and one button.
final class NewTaskPane extends VBox {
  private final BoardViewModel model;
  private final NewTaskViewModel draft;
  private final BoardWords words;
  private final Map<String, Labelled> fields = new LinkedHashMap<>();
  private final TextField title = new TextField();
  private final NameBox type;
  private final ComboBox<String> assignee = new ComboBox<>();
  private final ComboBox<Priority> priority = new ComboBox<>();
  private final NameBox area;
  private final DatePicker day = new DatePicker();
  private final TextField time = new TextField();

  NewTaskPane(BoardViewModel model, BoardWords words) {
    this.model = model;
    this.draft = model.newTask();
    this.words = words;
    this.type = NameBox.types(draft.type(), words, "new-type");
    this.area = NameBox.areas(draft.area(), words, "new-area");
    setId("new-task");
    getStyleClass().add("detail");
    field("title", Phrase.TASK_TITLE, title, "");
    field("type", Phrase.TASK_TYPE, type, words.text(Phrase.TASK_TYPE_HINT));
    field("priority", Phrase.TASK_PRIORITY, priority, "");
    field("assignee", Phrase.TASK_ASSIGNEE, assignee, "");
    field("area", Phrase.TASK_AREA, area, words.text(Phrase.TASK_AREA_HINT));
    field("due", Phrase.TASK_WANTED_BY, day, "");
    field("time", Phrase.TASK_WANTED_AT, time, words.text(Phrase.TASK_WANTED_AT_HINT));
    bind();
    VBox body = stack("detail-body");
    body.getChildren().addAll(fields.values());
    body.getChildren().add(create());
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
    getChildren().setAll(head(), scroll);
  }

  /// Who can be given the task is known by now.
  void open() {
    BoardViewModel.Sight sight = model.sight().get();
    if (sight != null) {
      assignee.getItems().setAll(sight.workers());
      type.offer(sight.each(Task::type));
      area.offer(sight.each(Task::area));
    }
    showFaults();
    title.requestFocus();
  }

  /// Says beside each field what is wrong in it.
  void showFaults() {
    fields.forEach(
        (name, field) ->
            field.say(
                draft.fault(name).map(code -> words.messages().code(code).what()).orElse("")));
  }

  void close() {
    title.textProperty().unbindBidirectional(draft.title());
    area.valueProperty().unbindBidirectional(draft.area());
    day.valueProperty().unbindBidirectional(draft.due().day());
    time.textProperty().unbindBidirectional(draft.due().time());
    assignee.getEditor().textProperty().unbindBidirectional(draft.assignee());
    type.valueProperty().unbindBidirectional(draft.type());
    priority.valueProperty().unbindBidirectional(draft.priority());
  }

  private void bind() {
    title.setId("new-title");
    title.textProperty().bindBidirectional(draft.title());
    title.setOnAction(_ -> draft.onCreate());
    day.setId("new-due");
    day.valueProperty().bindBidirectional(draft.due().day());
    time.setId("new-due-time");
    time.textProperty().bindBidirectional(draft.due().time());
    time.setOnAction(_ -> draft.onCreate());
    assignee.setId("new-assignee");
    assignee.setEditable(true);
    assignee.setPromptText(words.text(Phrase.TASK_NOBODY));
    assignee.getEditor().textProperty().bindBidirectional(draft.assignee());
    priority.setId("new-priority");
    priority.getItems().setAll(List.of(Priority.values()).reversed());
    priority.setConverter(new Said<>(words::of));
    priority.valueProperty().bindBidirectional(draft.priority());
  }

  private void field(String name, Phrase phrase, Control control, String hint) {
    control.setMaxWidth(Double.MAX_VALUE);
    control.setPrefWidth(304);
    fields.put(name, new Labelled(words.text(phrase), control, hint));
  }

  private Button create() {
    Button create = new Button(words.text(Phrase.TASK_CREATE), icon(Feather.PLUS));
    create.setId("new-create");
    create.getStyleClass().add("accent");
    create.setOnAction(_ -> draft.onCreate());
    return create;
  }

  private Node head() {
    Button close = new Button("", icon(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.text(Phrase.SESSION_CLOSE));
    close.setOnAction(_ -> draft.open().set(false));
    return row(
        "detail-head", label(words.text(Phrase.BOARD_NEW_TASK), "detail-title"), gap(), close);
  }
}
