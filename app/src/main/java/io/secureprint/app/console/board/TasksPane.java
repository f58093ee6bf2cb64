// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.emptyState;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Task;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// The tasks: filters above, columns, and at the right the open task or a new one. Ctrl+F searches,
/// Insert makes a task, Esc goes back to the columns.
final class TasksPane extends BorderPane {
  /// With less room than this the columns and what is open beside them do not fit.
  private static final double NARROW = 1_000;
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN);

  private final BoardViewModel model;
  private final BoardWords words;
  private final TextField search = new TextField();
  private final BoardFilterBar filters;
  private final OutcomePane outcome;
  private final ColumnsPane columns;
  private final StackPane nothing = new StackPane();
  private final StackPane middle = new StackPane();
  private final CardDetail detail;
  private final NewTaskPane draft;
  private final Subscription following;
  private @Nullable Node shownSide;
  private boolean alone;

  TasksPane(BoardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    filters = new BoardFilterBar(model.filters(), words, search);
    outcome = new OutcomePane(words);
    columns = new ColumnsPane(model, words);
    detail = new CardDetail(model, words);
    draft = new NewTaskPane(model, words);
    prompt();
    setTop(new VBox(filters, outcome));
    setCenter(middle);
    middle.getChildren().setAll(columns, nothing);
    setBottom(stack("board-hint", label(words.text(Phrase.BOARD_HINT), "muted", "small")));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    following = follow();
  }

  /// Puts the keyboard where a person starts.
  void focusEntry() {
    filters.showMine(model.me().isPresent());
    if (!columns.focusEntry()) {
      search.requestFocus();
    }
  }

  void close() {
    following.unsubscribe();
    filters.close();
    detail.close();
    draft.close();
  }

  private Subscription follow() {
    CardViewModel card = model.card();
    return Subscription.combine(
        model.sight().subscribe(this::show),
        model.state().subscribe(this::show),
        model.now().subscribe(_ -> tick()),
        model.outcome().subscribe(this::tell),
        card.opened().subscribe(this::showDetail),
        card.wanted().subscribe(_ -> detail.showWanted()),
        model.newTask().open().subscribe(_ -> showSide()),
        widthProperty().map(wide -> wide.doubleValue() < NARROW).subscribe(this::narrow));
  }

  private void prompt() {
    String said = words.text(Phrase.BOARD_SEARCH);
    search.setId("board-search");
    search.setPromptText(said);
    search.setTooltip(new Tooltip(words.text(Phrase.TIP, said, FIND.getDisplayText())));
  }

  private void show(BoardViewModel.@Nullable Sight sight) {
    if (sight != null) {
      columns.show(sight);
      filters.showTypes(sight.each(Task::type));
      detail.tick();
    }
  }

  private void show(BoardViewModel.State state) {
    boolean cards = state == BoardViewModel.State.CARDS;
    columns.setVisible(cards);
    Shapes.show(nothing, !cards);
    nothing.getChildren().setAll(placeholder(state));
  }

  private Node placeholder(BoardViewModel.State state) {
    return switch (state) {
      case CARDS -> new StackPane();
      case LOADING -> label(words.text(Phrase.BOARD_LOADING), "muted");
      case EMPTY -> told(Feather.CHECK_SQUARE, Phrase.BOARD_EMPTY, Phrase.BOARD_EMPTY_HINT);
      case NO_MATCH ->
          told(Feather.SEARCH, Phrase.BOARD_NO_MATCH, Phrase.BOARD_NO_MATCH_HINT);
      case FAILED ->
          told(Feather.ALERT_TRIANGLE, Phrase.BOARD_FAILED, Phrase.BOARD_FAILED_HINT);
    };
  }

  private Node told(Feather picture, Phrase title, Phrase hint) {
    return emptyState(picture, words.text(title), words.text(hint));
  }

  private void tick() {
    BoardViewModel.Sight sight = model.sight().get();
    if (sight != null) {
      columns.tick(sight.calendar(), model.now().get());
    }
    detail.tick();
  }

  private void tell(Outcome told) {
    outcome.show(told);
    draft.showFaults();
  }

  private void showDetail(@Nullable OpenCard open) {
    if (open != null) {
      detail.show(open);
      model.newTask().open().set(false);
    }
    columns.markOpen(open == null ? null : open.id());
    showSide();
  }

  private void showSide() {
    boolean making = model.newTask().open().get();
    Node side = making ? draft : model.card().opened().get() == null ? null : detail;
    boolean another = !Objects.equals(shownSide, side);
    shownSide = side;
    place();
    if (another && side != null) {
      // What scrolls comes into the scene with its skin, and only then can have the keyboard.
      side.applyCss();
    }
    if (another && making) {
      draft.open();
    } else if (another && alone && side == detail) {
      detail.focusEntry();
    } else if (another && side == null && getScene() != null) {
      focusEntry();
    }
  }

  private void narrow(boolean narrow) {
    alone = narrow;
    place();
  }

  /// Beside the columns where there is room for both, else in their place.
  private void place() {
    setRight(null);
    setCenter(null);
    if (shownSide != null && alone) {
      setCenter(shownSide);
    } else {
      setCenter(middle);
      setRight(shownSide);
    }
    if (shownSide != null) {
      shownSide.pseudoClassStateChanged(ALONE, alone);
      BorderPane.setMargin(shownSide, new Insets(0, 0, 0, alone ? 0 : 16));
    }
  }

  private void onKey(KeyEvent event) {
    boolean known = true;
    if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
    } else if (event.getCode() == KeyCode.INSERT) {
      model.newTask().open().set(true);
    } else if (event.getCode() == KeyCode.F5) {
      model.onReload();
    } else if (event.getCode() == KeyCode.F6 && shownSide == detail) {
      detail.focusEntry();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      back();
    } else {
      known = false;
    }
    if (known) {
      event.consume();
    }
  }

  /// One thing after the other is put away.
  private void back() {
    if (columns.giveUpDrag()) {
      return;
    }
    if (model.newTask().open().get()) {
      model.newTask().open().set(false);
    } else if (model.outcome().get() instanceof Outcome.Refused) {
      model.onRead();
    } else if (model.card().wanted().get() != null) {
      model.card().onKeep();
    } else if (model.card().renaming().get()) {
      model.card().onNotCalled();
    } else if (model.card().opened().get() != null) {
      model.card().onClose();
    } else if (!search.getText().isEmpty()) {
      search.clear();
    } else {
      focusEntry();
    }
  }
}
