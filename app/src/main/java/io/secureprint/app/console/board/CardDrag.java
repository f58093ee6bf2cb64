// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;

import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/// Cards that are dragged from column to column. Columns that the card may go to light up; dropped on
/// another, it stays where it is and the refusal says why. Nothing leaves the window, so the drag is
/// the mouse's alone and needs no clipboard.
final class CardDrag {
  private final CardViewModel model;
  private @Nullable TaskCard dragged;

  CardDrag(CardViewModel model) {
    this.model = model;
  }

  void offer(CardTile tile, Collection<ColumnPane> columns) {
    tile.setOnDragDetected(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        dragged = tile.card();
        tile.startFullDrag();
        tile.markDragged(true);
        List<TaskState> ways = ways(tile.card());
        columns.forEach(column -> column.light(ways.contains(column.state())));
        event.consume();
      }
    });
    tile.setOnMouseDragDone(event -> {
      dragged = null;
      tile.markDragged(false);
      columns.forEach(column -> column.light(false));
      event.consume();
    });
  }

  void accept(ColumnPane column) {
    column.setOnMouseDragEntered(_ -> column.hover(isFromElsewhere(column)));
    column.setOnMouseDragExited(_ -> column.hover(false));
    column.setOnMouseDragReleased(event -> {
      TaskCard card = dragged;
      if (card != null && isFromElsewhere(column)) {
        model.onMove(card, column.state());
      }
      event.consume();
    });
  }

  /// The card that is being dragged stays where it is; false when none is.
  boolean giveUp() {
    boolean any = dragged != null;
    dragged = null;
    return any;
  }

  private boolean isFromElsewhere(ColumnPane column) {
    TaskCard card = dragged;
    return card != null && card.task().state() != column.state();
  }

  private List<TaskState> ways(TaskCard card) {
    return model.moves(card.task()).stream().map(choice -> choice.to()).toList();
  }
}
