// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;

import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/// Cards that are dragged from column to column. Columns that the card may go to light up; dropped on
/// another, it stays where it is and the refusal says why.
final class CardDrag {
  private final CardViewModel model;
  private @Nullable TaskCard dragged;

  CardDrag(CardViewModel model) {
    this.model = model;
  }

  void offer(CardTile tile, Collection<ColumnPane> columns) {
    tile.setOnDragDetected(event -> {
      dragged = tile.card();
      ClipboardContent content = new ClipboardContent();
      content.putString(tile.card().task().title());
      tile.startDragAndDrop(TransferMode.MOVE).setContent(content);
      List<TaskState> ways = ways(tile.card());
      columns.forEach(column -> column.light(ways.contains(column.state())));
      event.consume();
    });
    tile.setOnDragDone(event -> {
      dragged = null;
      columns.forEach(column -> column.light(false));
      event.consume();
    });
  }

  void accept(ColumnPane column) {
    column.setOnDragOver(event -> {
      if (isFromElsewhere(column)) {
        event.acceptTransferModes(TransferMode.MOVE);
      }
      event.consume();
    });
    column.setOnDragEntered(_ -> column.hover(isFromElsewhere(column)));
    column.setOnDragExited(_ -> column.hover(false));
    column.setOnDragDropped(event -> {
      TaskCard card = dragged;
      boolean taken = card != null && isFromElsewhere(column);
      event.setDropCompleted(taken);
      event.consume();
      if (card != null && taken) {
        model.onMove(card, column.state());
      }
    });
  }

  private boolean isFromElsewhere(ColumnPane column) {
    TaskCard card = dragged;
    return card != null && card.task().state() != column.state();
  }

  private List<TaskState> ways(TaskCard card) {
    return model.moves(card.task()).stream().map(choice -> choice.to()).toList();
  }
}
