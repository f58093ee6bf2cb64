// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskState;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The columns beside each other, in the order of the life cycle. One card has the keyboard; which one
/// is kept while cards move and are read anew.
final class ColumnsPane extends ScrollPane {
  private final BoardViewModel model;
  private final BoardWords words;
  private final Map<TaskState, ColumnPane> columns = new EnumMap<>(TaskState.class);
  private final HBox row = new HBox();
  private final CardKeys keys;
  private final CardDrag drag;
  private @Nullable String current;
  private @Nullable String opened;

  ColumnsPane(BoardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    this.keys = new CardKeys(model, words, this);
    this.drag = new CardDrag(model.card());
    row.getStyleClass().add("columns");
    for (TaskState state : TaskState.values()) {
      ColumnPane column = new ColumnPane(state, words);
      HBox.setHgrow(column, Priority.ALWAYS);
      drag.accept(column);
      columns.put(state, column);
      row.getChildren().add(column);
    }
    setContent(row);
    setFitToHeight(true);
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("plain-scroll");
    viewportBoundsProperty().subscribe(_ -> reveal());
  }

  /// Marks the card that is open beside the board.
  void markOpen(@Nullable String id) {
    opened = id;
    tiles().forEach(tile -> tile.markOpen(tile.card().id().equals(id)));
  }

  void show(BoardViewModel.Sight sight) {
    boolean held = tiles().stream().anyMatch(CardTile::isFocused);
    Map<TaskCard, CardTile> present = new HashMap<>();
    tiles().forEach(tile -> present.put(tile.card(), tile));
    for (TaskColumn column : sight.columns()) {
      List<CardTile> tiles = new ArrayList<>();
      column.cards().forEach(
          card -> tiles.add(Objects.requireNonNullElseGet(present.get(card), () -> tile(card))));
      column(column.state()).show(column, tiles);
    }
    tick(sight.calendar(), model.now().get());
    mark(currentTile());
    markOpen(opened);
    if (held) {
      focusEntry();
    }
  }

  void tick(ShopCalendar calendar, Instant now) {
    tiles().forEach(tile -> tile.tick(calendar, now));
  }

  /// Puts the keyboard on the present card, or on the first; false when there is none.
  boolean focusEntry() {
    CardTile tile = currentTile();
    if (tile == null) {
      return false;
    }
    go(tile);
    return true;
  }

  /// The keyboard goes to this card, which comes into sight.
  void go(CardTile tile) {
    mark(tile);
    tile.requestFocus();
    column(tile.card().task().state()).reveal(tile);
    reveal();
  }

  /// A card that is being dragged stays where it is; false when none is.
  boolean giveUpDrag() {
    return drag.giveUp();
  }

  ColumnPane column(TaskState state) {
    return Objects.requireNonNull(columns.get(state));
  }

  /// Scrolls until the column of the present card can be seen.
  private void reveal() {
    CardTile tile = currentTile();
    double hidden = row.getWidth() - getViewportBounds().getWidth();
    if (tile != null && hidden > 0) {
      ColumnPane column = column(tile.card().task().state());
      double left = column.getBoundsInParent().getMinX();
      double right = column.getBoundsInParent().getMaxX() - getViewportBounds().getWidth();
      setHvalue(Math.clamp(getHvalue() * hidden, Math.min(left, right), left) / hidden);
    }
  }

  private CardTile tile(TaskCard card) {
    CardTile tile = new CardTile(card, words);
    tile.setFocusTraversable(false);
    tile.setOnKeyPressed(event -> keys.onKey(tile, event));
    tile.setOnContextMenuRequested(event -> {
      keys.menu(tile, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    tile.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        go(tile);
        model.card().onOpen(tile.card());
      }
    });
    drag.offer(tile, columns.values());
    return tile;
  }

  /// Tab reaches the board at one card alone; arrows go on from there.
  private void mark(@Nullable CardTile tile) {
    tiles().forEach(each -> each.setFocusTraversable(each.equals(tile)));
    if (tile != null) {
      current = tile.card().id();
    }
  }

  private @Nullable CardTile currentTile() {
    List<CardTile> all = tiles();
    return all.stream()
        .filter(tile -> tile.card().id().equals(current))
        .findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
  }

  private List<CardTile> tiles() {
    return columns.values().stream().flatMap(column -> column.tiles().stream()).toList();
  }
}
