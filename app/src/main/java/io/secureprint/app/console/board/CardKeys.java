// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;

import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;

/// The keyboard on the board: arrows go from card to card, with Ctrl they move the card itself, M opens
/// the menu of everywhere it may go, Enter opens it.
final class CardKeys {
  private final BoardViewModel model;
  private final BoardWords words;
  private final ColumnsPane board;
  private final ContextMenu menu = new ContextMenu();

  CardKeys(BoardViewModel model, BoardWords words, ColumnsPane board) {
    this.model = model;
    this.words = words;
    this.board = board;
    menu.setId("card-menu");
  }

  void onKey(CardTile tile, KeyEvent event) {
    boolean known =
        switch (event.getCode()) {
          case UP -> within(tile, -1);
          case DOWN -> within(tile, 1);
          case LEFT -> sideways(tile, -1, event.isControlDown());
          case RIGHT -> sideways(tile, 1, event.isControlDown());
          case ENTER, SPACE -> open(tile);
          case M, CONTEXT_MENU -> menu(tile);
          case F10 -> event.isShiftDown() && menu(tile);
          default -> false;
        };
    if (known) {
      event.consume();
    }
  }

  /// Shows everywhere that the card may go.
  void menu(CardTile tile, double x, double y) {
    TaskCard card = tile.card();
    MenuItem title = new MenuItem(words.text(Phrase.TASK_MOVE_TO));
    title.setDisable(true);
    menu.getItems().setAll(title, new SeparatorMenuItem());
    model.card().moves(card.task()).forEach(choice -> {
      MenuItem item =
          new MenuItem(words.of(choice.to()), icon(BoardWords.picture(choice.to())));
      item.setOnAction(_ -> model.card().onMove(card, choice.to()));
      menu.getItems().add(item);
    });
    if (menu.getItems().size() == 2) {
      title.setText(words.text(Phrase.TASK_ALLOWED_NONE));
    }
    menu.show(tile, x, y);
  }

  private boolean menu(CardTile tile) {
    Bounds place = tile.localToScreen(tile.getLayoutBounds());
    menu(tile, place.getMinX() + 16, place.getMaxY());
    return true;
  }

  private boolean open(CardTile tile) {
    model.card().onOpen(tile.card());
    return true;
  }

  private boolean within(CardTile tile, int step) {
    List<CardTile> tiles = board.column(tile.card().task().state()).tiles();
    int next = tiles.indexOf(tile) + step;
    if (next >= 0 && next < tiles.size()) {
      board.go(tiles.get(next));
    }
    return true;
  }

  private boolean sideways(CardTile tile, int step, boolean move) {
    if (move) {
      target(tile.card(), step).ifPresent(to -> model.card().onMove(tile.card(), to));
    } else {
      neighbour(tile, step).ifPresent(board::go);
    }
    return true;
  }

  /// The nearest column on that side that the card may go to; where there is none, the next one, whose
  /// refusal tells why.
  private Optional<TaskState> target(TaskCard card, int step) {
    List<TaskState> ways =
        model.card().moves(card.task()).stream().map(choice -> choice.to()).toList();
    List<TaskState> side = side(card.task().state(), step);
    return side.stream().filter(ways::contains).findFirst().or(() -> side.stream().findFirst());
  }

  private Optional<CardTile> neighbour(CardTile tile, int step) {
    TaskState state = tile.card().task().state();
    int row = board.column(state).tiles().indexOf(tile);
    return side(state, step).stream()
        .map(each -> board.column(each).tiles())
        .filter(tiles -> !tiles.isEmpty())
        .findFirst()
        .map(tiles -> tiles.get(Math.min(row, tiles.size() - 1)));
  }

  private static List<TaskState> side(TaskState from, int step) {
    List<TaskState> all = List.of(TaskState.values());
    int at = all.indexOf(from);
    return step > 0 ? all.subList(at + 1, all.size()) : all.subList(0, at).reversed();
  }
}
