// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static io.secureprint.app.fx.Shapes.emptyState;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;
import java.util.function.Consumer;

/// The search over the whole console: arrows choose, Enter opens, Esc goes back to where one was.
final class SearchPane extends StackPane {
  private static final double ROW = 40;

  private final SearchViewModel model;
  private final TimeWords words;
  private final Consumer<Found> go;
  private final TextField text = new TextField();
  private final ListView<Found> list = new ListView<>();
  private final Node failed;
  private final VBox card;
  private final ListChangeListener<Found> refit = _ -> fit();
  private final Subscription following;
  private @Nullable Node back;

  /// @param go opens what was chosen
  SearchPane(SearchViewModel model, TimeWords words, Consumer<Found> go) {
    this.model = model;
    this.words = words;
    this.go = go;
    this.failed = label(say(Phrase.HISTORY_FAILED), "muted");
    this.card = stack("search-card", text, list, failed);
    text.setId("search-text");
    text.setPromptText(say(Phrase.SEARCH_PROMPT));
    list.setId("search-found");
    list.setItems(model.found());
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new FoundCell(words));
    getStyleClass().add("pin-cover");
    getChildren().add(card);
    setAlignment(card, Pos.TOP_CENTER);
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    following = follow();
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
    text.textProperty().unbindBidirectional(model.text());
    model.found().removeListener(refit);
    list.setItems(null);
  }

  private Subscription follow() {
    text.textProperty().bindBidirectional(model.text());
    model.found().addListener(refit);
    return Subscription.combine(
        model.open().subscribe(this::show),
        model.text().subscribe(_ -> fit()),
        model.failed().subscribe(is -> Shapes.show(failed, is)));
  }

  private void show(boolean open) {
    if (open && getScene() != null) {
      back = getScene().getFocusOwner();
    }
    Shapes.show(this, open);
    if (open) {
      fit();
      text.requestFocus();
    } else if (back != null && Objects.equals(back.getScene(), getScene())) {
      back.requestFocus();
      back = null;
    }
  }

  /// As high as what was found, the first of it chosen.
  private void fit() {
    boolean blank = model.text().get().isBlank();
    list.setPlaceholder(
        emptyState(
            Feather.SEARCH,
            blank ? say(Phrase.SEARCH_WHAT) : words.messages().text(Phrase.SEARCH_NONE, model.text().get().strip()),
            say(Phrase.SEARCH_HINT)));
    int rows = model.found().isEmpty() ? 5 : model.found().size();
    list.setPrefHeight(rows * ROW + 12);
    list.getSelectionModel().selectFirst();
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, TAB -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose();
      case ESCAPE -> model.onClose();
      default -> {
        return;
      }
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private void onClick(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getTarget().equals(this)) {
      model.onClose();
    } else if (list.localToScene(list.getLayoutBounds()).contains(event.getSceneX(), event.getSceneY())) {
      choose();
    }
  }

  private void choose() {
    Found chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.onClose();
      go.accept(chosen);
    }
  }

  private String say(Phrase phrase) {
    return words.messages().text(phrase);
  }
}
