// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// One plan as a checklist: each line with its task's state, and what may be done with the whole.
final class PlanDetail extends VBox {
  private final PlansViewModel model;
  private final BoardWords words;
  private final VBox lines = stack("plan-items");
  private final VBox head = stack("plan-head");

  PlanDetail(PlansViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("plan-detail");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
  }

  void show(ActionPlan plan) {
    ActionPlan.Progress progress = plan.progress();
    ProgressBar bar =
        new ProgressBar(progress.all() == 0 ? 0 : (double) progress.done() / progress.all());
    bar.setAccessibleText(told(progress));
    head.getChildren()
        .setAll(
            paragraph(plan.title(), "detail-title"),
            row("card-buttons", bar, label(words.of(plan.state()) + " · " + told(progress), "muted")),
            buttons(plan));
    lines.getChildren().clear();
    if (plan.items().isEmpty()) {
      lines.getChildren().add(label(words.text(Phrase.PLAN_NO_LINES), "muted"));
    }
    plan.items().forEach(item -> lines.getChildren().add(line(item)));
  }

  private String told(ActionPlan.Progress progress) {
    String done = words.text(Phrase.PLAN_PROGRESS, progress.done(), progress.all());
    return progress.dropped() == 0
        ? done
        : done + " · " + words.text(Phrase.PLAN_DROPPED, progress.dropped());
  }

  private Node buttons(ActionPlan plan) {
    HBox buttons = row("card-buttons");
    if (plan.state() == ActionPlanState.DRAFT) {
      Button start = move(ActionPlanState.ACTIVE, Phrase.PLAN_START, Feather.PLAY_CIRCLE);
      start.getStyleClass().add("accent");
      Phrase edit = model.isKept(plan) ? Phrase.PLAN_GO_ON : Phrase.PLAN_EDIT;
      Button change = new Button(words.text(edit), icon(Feather.EDIT_3));
      change.setId("plan-change");
      change.setOnAction(_ -> model.onChange());
      buttons.getChildren().addAll(start, change);
    }
    if (plan.state() != ActionPlanState.ARCHIVED) {
      buttons
          .getChildren()
          .add(archive());
    }
    return buttons;
  }

  /// An archived plan never comes back.
  private Button archive() {
    Button button =
        new HoldButton(
            () -> model.onMove(ActionPlanState.ARCHIVED), words.text(Phrase.HOLD_TIP));
    button.setText(words.text(Phrase.PLAN_ARCHIVE));
    button.setGraphic(icon(Feather.ARCHIVE));
    button.setId("plan-to-archived");
    button.getStyleClass().add("hold-quiet");
    return button;
  }

  private Button move(ActionPlanState to, Phrase name, Feather picture) {
    Button button = new Button(words.text(name), icon(picture));
    button.setId("plan-to-" + to.word());
    button.setOnAction(_ -> model.onMove(to));
    return button;
  }

  private Button toTask(String id) {
    Button open = new Button("", icon(Feather.CHEVRON_RIGHT));
    open.getStyleClass().addAll("flat", "button-icon", "plan-task");
    open.setAccessibleText(words.text(Phrase.PLAN_TASK));
    open.setTooltip(new Tooltip(words.text(Phrase.PLAN_TASK)));
    open.setOnAction(_ -> model.onTask(id));
    return open;
  }

  private Node line(PlanItem item) {
    TaskState state = item.taskState();
    Node picture =
        state == null
            ? icon(Feather.SQUARE)
            : icon(state == TaskState.COMPLETED ? Feather.CHECK_SQUARE : BoardWords.picture(state));
    String stands = state == null ? words.text(Phrase.PLAN_LINE_WAITS) : words.of(state);
    String kind = words.type(item.wish().taskType()) + " · " + words.of(item.wish().priority());
    VBox said =
        Shapes.growing(
            stack("plan-words", paragraph(item.wish().title()), label(kind, "muted", "small")));
    HBox line = row("plan-item", picture, said, label(stands, "small"));
    String task = item.taskId();
    if (task != null) {
      line.getChildren().add(toTask(task));
    }
    line.getStyleClass()
        .add(
            state == TaskState.COMPLETED
                ? "status-good"
                : state == TaskState.BLOCKED ? "status-asks" : "status-quiet");
    return line;
  }
}
