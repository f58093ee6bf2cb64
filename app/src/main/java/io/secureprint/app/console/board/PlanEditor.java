// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// A plan while it is written: its name, and a row for each line. Enter in the last line adds another.
final class PlanEditor extends VBox {
  private final PlansViewModel model;
  private final PlanForm form;
  private final BoardWords words;
  private final TextField title = new TextField();
  private final Labelled named;
  private final VBox rows = stack("plan-rows");
  private final Button add;
  private final ListChangeListener<PlanForm.Line> following = _ -> draw();

  PlanEditor(PlansViewModel model, BoardWords words) {
    this.model = model;
    this.form = model.form();
    this.words = words;
    getStyleClass().add("plan-detail");
    title.setId("plan-title");
    title.setPrefWidth(440);
    title.textProperty().bindBidirectional(form.title());
    named = new Labelled(words.text(Phrase.PLAN_TITLE), title, "");
    add = button("plan-add", Phrase.PLAN_ADD_LINE, Feather.PLUS);
    add.setOnAction(_ -> addLine());
    ScrollPane scroll =
        new ScrollPane(
            stack("plan-rows", label(words.text(Phrase.PLAN_LINES), "field-title"), rows, add));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
    getChildren().setAll(named, scroll, foot());
    form.lines().addListener(following);
    draw();
  }

  void open() {
    title.requestFocus();
  }

  /// Says at the name what is wrong with it; the lines are told above.
  void showFaults() {
    boolean wrong =
        model.outcome().get() instanceof Outcome.Refused(Refusal.Wrong(List<Refusal.Fault> faults))
            && faults.stream().anyMatch(fault -> fault.field().equals("title"));
    named.say(wrong ? words.messages().code("TASK_TITLE_WRONG").what() : "");
  }

  void close() {
    form.lines().removeListener(following);
    title.textProperty().unbindBidirectional(form.title());
  }

  private Node foot() {
    Button save = button("plan-save", Phrase.PLAN_SAVE, Feather.CHECK);
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> model.onSave());
    Button back = button("plan-back", Phrase.PLAN_BACK, Feather.X);
    back.setOnAction(_ -> model.onBack());
    return row("card-buttons", save, back);
  }

  private Button button(String id, Phrase name, Feather picture) {
    Button button = new Button(words.text(name), icon(picture));
    button.setId(id);
    return button;
  }

  private void addLine() {
    form.add();
    rows.getChildren().getLast().lookup(".text-field").requestFocus();
  }

  private void draw() {
    rows.getChildren().setAll(form.lines().stream().map(this::line).toList());
    add.setDisable(!form.mayAdd());
  }

  private Node line(PlanForm.Line line) {
    TextField what = Shapes.growing(new TextField());
    what.textProperty().bindBidirectional(line.title());
    what.setAccessibleText(words.text(Phrase.TASK_TITLE));
    what.setOnAction(_ -> next(line));
    NameBox type = NameBox.types(line.type(), words, "");
    type.setAccessibleText(words.text(Phrase.TASK_TYPE));
    type.setPrefWidth(180);
    ComboBox<Priority> priority = new ComboBox<>();
    priority.getItems().setAll(List.of(Priority.values()).reversed());
    priority.setConverter(new Said<>(words::of));
    priority.setAccessibleText(words.text(Phrase.TASK_PRIORITY));
    priority.valueProperty().bindBidirectional(line.priority());
    priority.setPrefWidth(140);
    Button remove = new Button("", icon(Feather.X));
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setTooltip(new Tooltip(words.text(Phrase.PLAN_REMOVE_LINE)));
    remove.setAccessibleText(words.text(Phrase.PLAN_REMOVE_LINE));
    remove.setOnAction(_ -> form.lines().remove(line));
    return row("card-buttons", what, type, priority, remove);
  }

  private void next(PlanForm.Line line) {
    int at = form.lines().indexOf(line);
    if (at == form.lines().size() - 1) {
      addLine();
    } else {
      rows.getChildren().get(at + 1).lookup(".text-field").requestFocus();
    }
  }
}
