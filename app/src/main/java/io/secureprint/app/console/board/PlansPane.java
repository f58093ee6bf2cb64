// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.emptyState;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The action plans at the left; beside them the chosen one as a checklist, or the one that is being
/// written.
final class PlansPane extends BorderPane {
  private final PlansViewModel model;
  private final BoardWords words;
  private final ListView<ActionPlan> list = new ListView<>();
  private final OutcomePane outcome;
  private final PlanDetail detail;
  private final PlanEditor editor;
  private final Button write;
  private final BorderPane body = new BorderPane();
  private final Subscription following;
  private boolean showing;

  PlansPane(PlansViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    outcome = new OutcomePane(words);
    detail = new PlanDetail(model, words);
    editor = new PlanEditor(model, words);
    list.setId("plans-list");
    list.setCellFactory(_ -> new PlanCell(words));
    VBox.setVgrow(list, Priority.ALWAYS);
    write = new Button("", icon(Feather.PLUS));
    write.setId("plan-new");
    write.setOnAction(_ -> model.onWrite());
    VBox left = stack("plans-list", list, write);
    setLeft(left);
    body.setTop(outcome);
    setCenter(body);
    BorderPane.setMargin(body, new Insets(0, 0, 0, 16));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.list().subscribe(this::show),
            model.failed().subscribe(this::placeholder),
            model.opened().subscribe(_ -> showBody()),
            model.look().subscribe(_ -> showBody()),
            model.outcome().subscribe(this::tell),
            list.getSelectionModel().selectedItemProperty().subscribe(this::chosen));
  }

  /// Puts the keyboard where a person starts.
  void focusEntry() {
    list.requestFocus();
  }

  void close() {
    following.unsubscribe();
    editor.close();
  }

  private void show(@Nullable List<ActionPlan> plans) {
    showing = true;
    list.getItems().setAll(plans == null ? List.of() : plans);
    select();
    showing = false;
  }

  private void placeholder(boolean failed) {
    list.setPlaceholder(
        failed
            ? emptyState(
                Feather.ALERT_TRIANGLE,
                words.text(Phrase.BOARD_FAILED),
                words.text(Phrase.BOARD_FAILED_HINT))
            : emptyState(
                Feather.LIST,
                words.text(Phrase.PLANS_NONE),
                words.text(Phrase.PLANS_NONE_HINT)));
  }

  private void select() {
    ActionPlan open = model.opened().get();
    if (open == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getItems().stream()
          .filter(plan -> plan.id().equals(open.id()))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  private void chosen(@Nullable ActionPlan plan) {
    if (plan != null && !showing && !plan.equals(model.opened().get())) {
      model.onOpen(plan);
    }
  }

  private void tell(Outcome told) {
    outcome.show(told);
    editor.showFaults();
  }

  private void showBody() {
    showing = true;
    select();
    showing = false;
    write.setText(words.text(model.isKept(null) ? Phrase.PLAN_GO_ON : Phrase.PLAN_NEW));
    boolean writing = model.look().get() != PlansViewModel.Look.READING;
    ActionPlan plan = model.opened().get();
    if (writing) {
      if (body.getCenter() != editor) {
        body.setCenter(editor);
        editor.open();
      }
    } else if (plan == null) {
      body.setCenter(choose());
    } else {
      detail.show(plan);
      body.setCenter(detail);
    }
  }

  private Node choose() {
    return new StackPane(
        emptyState(
            Feather.CHECK_SQUARE,
            words.text(Phrase.PLANS_CHOOSE),
            words.text(Phrase.PLANS_CHOOSE_HINT)));
  }

  private void onKey(KeyEvent event) {
    boolean writing = model.look().get() != PlansViewModel.Look.READING;
    if (event.getCode() == KeyCode.INSERT && !writing) {
      model.onWrite();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.onPutAway();
      list.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.F5) {
      model.onReload();
      event.consume();
    }
  }

  /// A plan in the list: its name, its state, and how far it has come.
  private static final class PlanCell extends ListCell<ActionPlan> {
    private final BoardWords words;

    PlanCell(BoardWords words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable ActionPlan plan, boolean empty) {
      super.updateItem(plan, empty);
      setText(null);
      setGraphic(plan == null || empty ? null : line(plan));
      setAccessibleText(plan == null || empty ? "" : plan.title() + ", " + stands(plan));
    }

    private Node line(ActionPlan plan) {
      var title = label(plan.title(), "strong", "told-in-full-beside");
      return stack(
          "plan-line", title, row("status", label(stands(plan), "muted", "small")));
    }

    private String stands(ActionPlan plan) {
      ActionPlan.Progress progress = plan.progress();
      return words.of(plan.state())
          + " · "
          + words.text(Phrase.PLAN_PROGRESS, progress.done(), progress.all());
    }
  }
}
