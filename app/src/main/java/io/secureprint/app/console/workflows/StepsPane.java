// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The steps of the open workflow, below a line for the workflow itself. Insert adds one, Delete removes
/// the chosen one, Alt with an arrow moves it.
final class StepsPane extends VBox {
  private final Editor editor;
  private final FlowWords words;
  private final ListView<Integer> steps = new ListView<>();
  private final Button add;
  private final Button remove;
  private final Button up;
  private final Button down;
  private final Button undo;
  private final Subscription following;
  private boolean showing;

  /// @param adding opens what there is to add
  StepsPane(Editor editor, FlowWords words, Runnable adding) {
    this.editor = editor;
    this.words = words;
    getStyleClass().add("flow-steps");
    add = new Button(words.text(Say.STEP_ADD), icon(Feather.PLUS));
    add.setId("step-add");
    add.getStyleClass().add("accent");
    add.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(add, Priority.ALWAYS);
    add.setTooltip(new Tooltip(words.text(Say.STEP_ADD_TIP)));
    add.setOnAction(_ -> adding.run());
    up = tool("step-up", Feather.ARROW_UP, Say.UP, () -> editor.onMove(-1));
    down = tool("step-down", Feather.ARROW_DOWN, Say.DOWN, () -> editor.onMove(1));
    remove = tool("step-remove", Feather.TRASH_2, Say.REMOVE, editor::onRemove);
    undo = tool("step-undo", Feather.CORNER_UP_LEFT, Say.UNDO, editor::onUndo);
    steps.setId("flow-steps");
    steps.setAccessibleText(words.text(Say.STEPS));
    steps.setCellFactory(_ -> new StepCell());
    steps.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    steps.getSelectionModel().selectedItemProperty().subscribe(this::onChosen);
    VBox.setVgrow(steps, Priority.ALWAYS);
    getChildren().addAll(steps, add, row("flow-tools", up, down, remove, gap(), undo));
    following =
        Subscription.combine(
            editor.shape().subscribe(_ -> fill()),
            editor.looked().subscribe(_ -> steps.refresh()),
            editor.text().subscribe(_ -> enable()));
  }

  void close() {
    following.unsubscribe();
  }

  void focusList() {
    steps.requestFocus();
  }

  private Button tool(String id, Feather picture, Say say, Runnable action) {
    Button tool = new Button("", icon(picture));
    tool.setId(id);
    tool.getStyleClass().addAll("flat", "button-icon");
    tool.setAccessibleText(words.text(say));
    tool.setTooltip(new Tooltip(words.text(say)));
    tool.setOnAction(_ -> action.run());
    return tool;
  }

  private void fill() {
    showing = true;
    List<Integer> rows = new ArrayList<>();
    for (int i = Editor.WHOLE; i < editor.text().get().steps().size(); i++) {
      rows.add(i);
    }
    steps.getItems().setAll(rows);
    steps.getSelectionModel().select(editor.chosen().get() + 1);
    steps.scrollTo(Math.max(0, editor.chosen().get() - 2));
    showing = false;
    enable();
  }

  private void enable() {
    up.setDisable(!editor.mayMove(-1));
    down.setDisable(!editor.mayMove(1));
    remove.setDisable(!editor.mayRemove());
    undo.setDisable(!editor.mayUndo());
    steps.refresh();
  }

  private void onChosen(@Nullable Integer before, @Nullable Integer now) {
    if (!showing && now != null) {
      editor.choose(now);
    }
  }

  private void onKey(KeyEvent event) {
    boolean alt = event.isAltDown();
    KeyCode key = event.getCode();
    if (alt && key == KeyCode.UP) {
      editor.onMove(-1);
    } else if (alt && key == KeyCode.DOWN) {
      editor.onMove(1);
    } else if (key == KeyCode.DELETE) {
      editor.onRemove();
    } else if (key == KeyCode.INSERT) {
      add.fire();
    } else {
      return;
    }
    event.consume();
  }

  /// One step: its picture, its name, and whether something is wrong in it.
  private final class StepCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
      super.updateItem(index, empty);
      setText(null);
      setGraphic(empty || index == null ? null : drawn(index));
    }

    private @Nullable Node drawn(int index) {
      WorkflowText text = editor.text().get();
      if (index == Editor.WHOLE) {
        setAccessibleText(words.text(Say.WHOLE));
        Label whole = label(words.text(Say.WHOLE), "muted", "told-in-full-beside");
        whole.setMinWidth(0);
        HBox about = row("flow-step", icon(Feather.FILE_TEXT), whole, gap(), mark(index));
        about.setMinWidth(0);
        return about;
      }
      List<JsonObject> all = text.steps();
      if (index >= all.size()) {
        return null;
      }
      String kind = text.type(index);
      String name = words.said(all.get(index), "label");
      String shown = name.isEmpty() ? words.named("kind", kind) : name;
      setAccessibleText(shown + ", " + words.named("kind", kind));
      Label named = label(shown, "strong", "told-in-full-beside");
      named.setMinWidth(0);
      Label kindName = label(words.named("kind", kind), "muted", "small");
      Shapes.show(kindName, !kindName.getText().equals(shown));
      VBox both = stack("flow-kind-words", named, kindName);
      both.setMinWidth(0);
      HBox.setHgrow(both, Priority.ALWAYS);
      Feather picture = StepKind.of(kind).map(StepKind::picture).orElse(Feather.HELP_CIRCLE);
      HBox row = row("flow-step", icon(picture), both, mark(index));
      row.setMinWidth(0);
      return row;
    }

    private Node mark(int index) {
      long wrong = editor.looked().get().faults().stream().filter(f -> !f.advice() && of(f) == index).count();
      Label mark = label(String.valueOf(wrong), "flow-mark");
      mark.setGraphic(icon(Feather.ALERT_CIRCLE));
      mark.setMinWidth(USE_PREF_SIZE);
      mark.setAccessibleText(words.text(Say.FAULTS, wrong));
      Shapes.show(mark, wrong > 0);
      return mark;
    }

    private int of(Fault fault) {
      List<Object> parts = fault.where().parts();
      return parts.size() > 1 && parts.getFirst().equals("steps") && parts.get(1) instanceof Integer at
          ? at
          : Editor.WHOLE;
    }
  }
}
