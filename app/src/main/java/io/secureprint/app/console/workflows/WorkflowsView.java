// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

/// The shop's workflows: steps at the left, what there is to fill in between, and at the right the phone,
/// the rehearsal, publishing and the versions (F6 goes on to the next). Ctrl+S keeps what is written, and
/// outside a text Ctrl+Z undoes the last change.
public final class WorkflowsView implements ScreenView {
  private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F6);
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN);
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN);
  /// Below this there is no room for three columns.
  private static final double WIDE = 1040;

  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final PiecesBar pieces;
  private final StepsPane steps;
  private final KindsPane kinds;
  private final FormPane form;
  private final SidePane side;
  private final AnswerPane answer;
  private final Button save;
  private final Label state = label("", "flow-state");
  private final StackPane root = new StackPane();
  private final VBox middle = stack("flow-middle");
  private final VBox right = stack("flow-right");
  private final BorderPane columns = new BorderPane();
  private final Subscription following;

  public WorkflowsView(WorkflowsViewModel model, WorkflowWays ways, TimeWords times) {
    this.model = model;
    this.words = FlowWords.of(times.messages());
    this.pieces = new PiecesBar(model, words, ways);
    this.kinds = new KindsPane(words, model.editor()::onAdd, this::afterAdding);
    this.steps = new StepsPane(model.editor(), words, kinds::open);
    this.form = new FormPane(model.editor(), words, ways.toConnections());
    this.side = new SidePane(model, words, times, this::toPlace);
    this.answer = new AnswerPane(model, words, pieces::onExport);
    this.save = new Button(words.text(Say.SAVE), icon(Feather.SAVE));
    furnish();
    following =
        Subscription.combine(
            model.state().subscribe(_ -> showState()),
            model.editor().looked().subscribe(_ -> showState()),
            root.widthProperty().subscribe(width -> fit(width.doubleValue())),
            side.chosen().subscribe(_ -> fit(root.getWidth())));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    model.onShown();
    root.applyCss();
    steps.focusList();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
    pieces.close();
    answer.close();
    steps.close();
    form.close();
    side.close();
  }

  private void furnish() {
    save.setId("flow-save");
    save.setTooltip(
        new Tooltip(words.messages().text(Phrase.TIP, words.text(Say.SAVE), SAVE.getDisplayText())));
    save.setMaxWidth(Double.MAX_VALUE);
    save.setOnAction(_ -> model.onSave());
    state.setId("flow-state");
    VBox left = stack("flow-left", pieces, steps, state, save);
    VBox.setVgrow(steps, Priority.ALWAYS);
    VBox.setVgrow(form, Priority.ALWAYS);
    columns.setLeft(left);
    columns.setCenter(middle);
    VBox.setVgrow(side.body(), Priority.ALWAYS);
    arrange(true);
    StackPane.setAlignment(kinds, Pos.TOP_LEFT);
    root.getChildren().addAll(columns, kinds);
    root.getStyleClass().addAll("screen", "workflows");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent event) {
    if (NEXT.match(event)) {
      side.onNext();
      event.consume();
    } else if (SAVE.match(event)) {
      model.onSave();
      event.consume();
    } else if (UNDO.match(event) && !(event.getTarget() instanceof TextInputControl)) {
      model.editor().onUndo();
      event.consume();
    }
  }

  /// Where there is no room for all three, the right one takes the place of the form while it is wanted.
  private void fit(double width) {
    boolean wide = width == 0 || width >= WIDE;
    if (wide != (columns.getRight() != null)) {
      arrange(wide);
    }
    side.offerForm(!wide);
    boolean formWanted = wide || side.chosen().get() == SidePane.Tab.FORM;
    Shapes.show(form, formWanted);
    Shapes.show(side.body(), side.chosen().get() != SidePane.Tab.FORM);
  }

  private void arrange(boolean wide) {
    middle.getChildren().clear();
    right.getChildren().clear();
    columns.setRight(wide ? right : null);
    if (wide) {
      middle.getChildren().addAll(answer, form);
      right.getChildren().addAll(side.tabs(), side.body());
    } else {
      middle.getChildren().addAll(side.tabs(), answer, form, side.body());
    }
  }

  private void afterAdding() {
    steps.focusList();
  }

  private void toPlace(JsonPath place) {
    if (root.getWidth() < WIDE) {
      side.onForm();
    }
    form.focus(place);
  }

  private void showState() {
    long wrong = model.editor().looked().get().wrong();
    boolean unseen = model.editor().looked().get().sight() == Editor.Sight.FAILED;
    Standing now = model.state().get();
    String faults = unseen ? words.text(Say.LOOK_NOT) : words.text(Say.FAULTS, wrong);
    state.setText(unseen || wrong > 0 ? faults : words.named("state", now.name()));
    state.setGraphic(
        icon(
            unseen || wrong > 0
                ? Feather.ALERT_CIRCLE
                : now == Standing.RUNS ? Feather.CHECK_CIRCLE : Feather.EDIT_2));
    save.setDisable(now != Standing.TYPED);
  }
}
