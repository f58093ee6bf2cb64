// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.app.console.board.BoardViewModel.Part;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.TimeWords;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The work board: tasks, action plans, and what the shop promises. One timeline moves all clocks, and
/// only while they are in sight.
public final class BoardView implements ScreenView {
  private static final Duration TICK = Duration.seconds(1);

  private final BoardViewModel model;
  private final BoardWords words;
  private final TasksPane tasks;
  private final PlansPane plans;
  private final PromisesPane promises;
  private final Map<Part, ToggleButton> tabs = new EnumMap<>(Part.class);
  private final Button make;
  private final BorderPane root = new BorderPane();
  private final Timeline ticking;
  private final Subscription following;

  public BoardView(BoardViewModel model, TimeWords times) {
    this.model = model;
    this.words = new BoardWords(times);
    tasks = new TasksPane(model, words);
    plans = new PlansPane(model.plans(), words);
    promises = new PromisesPane(model.promises(), words);
    make = new Button(words.text(Phrase.BOARD_NEW_TASK), icon(Feather.PLUS));
    ticking = new Timeline(new KeyFrame(TICK, _ -> model.onTick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    root.setTop(top());
    root.getStyleClass().addAll("screen", "board");
    following =
        Subscription.combine(
            model.part().subscribe(this::show),
            root.sceneProperty().subscribe(scene -> model.onShown(scene != null)),
            root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(this::tick));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts.
  @Override
  public void focus() {
    switch (model.part().get()) {
      case TASKS -> tasks.focusEntry();
      case PLANS -> plans.focusEntry();
      case PROMISES -> promises.focusEntry();
    }
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
    ticking.stop();
    tasks.close();
    plans.close();
    promises.close();
  }

  private Node top() {
    make.setId("board-new");
    make.getStyleClass().add("accent");
    make.setMinWidth(Button.USE_PREF_SIZE);
    make.setTooltip(
        new Tooltip(words.text(Phrase.TIP, words.text(Phrase.BOARD_NEW_TASK), "Insert")));
    make.setOnAction(_ -> model.newTask().open().set(true));
    Node bar =
        row(
            "tabs",
            tab(Part.TASKS, Phrase.BOARD_TAB_TASKS, Feather.COLUMNS),
            tab(Part.PLANS, Phrase.BOARD_TAB_PLANS, Feather.LIST),
            tab(Part.PROMISES, Phrase.BOARD_TAB_PROMISES, Feather.CLOCK),
            gap(),
            make);
    bar.getStyleClass().add("board-tabs");
    return bar;
  }

  private ToggleButton tab(Part part, Phrase name, Feather picture) {
    ToggleButton tab = new ToggleButton(words.text(name), icon(picture));
    tab.setId("board-" + part.name().toLowerCase(Locale.ROOT));
    tab.getStyleClass().addAll("flat", "tab-button");
    tab.setMinWidth(Button.USE_PREF_SIZE);
    tab.setOnAction(_ -> {
      tab.setSelected(true);
      model.part().set(part);
      focus();
    });
    tabs.put(part, tab);
    return tab;
  }

  private void show(Part part) {
    tabs.forEach((each, tab) -> tab.setSelected(each == part));
    make.setVisible(part == Part.TASKS);
    root.setCenter(
        Objects.requireNonNull(
            switch (part) {
              case TASKS -> tasks;
              case PLANS -> plans;
              case PROMISES -> promises;
            }));
    if (part != Part.PROMISES) {
      model.promises().onClose();
    }
  }

  /// Clocks that nobody can see stand still.
  private void tick(boolean inSight) {
    if (inSight) {
      ticking.play();
    } else {
      ticking.stop();
    }
  }
}
