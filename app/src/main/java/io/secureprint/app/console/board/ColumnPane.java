// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;

/// One state of the board: its name, how many tasks are in it, and the first of them.
final class ColumnPane extends VBox {
  /// A card that is being dragged may come here.
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  /// It is over this column.
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final TaskState state;
  private final BoardWords words;
  private final Label count = label("", "column-count");
  private final VBox cards = stack("column-cards");
  private final VBox more = stack("column-more");
  private final ScrollPane scroll = new ScrollPane(new VBox(cards, more));

  ColumnPane(TaskState state, BoardWords words) {
    this.state = state;
    this.words = words;
    setId("column-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    getStyleClass().add("column");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            row(
                "column-head",
                icon(BoardWords.picture(state)),
                label(words.of(state), "strong"),
                Shapes.gap(),
                count),
            scroll);
  }

  TaskState state() {
    return state;
  }

  List<CardTile> tiles() {
    return cards.getChildren().stream().map(CardTile.class::cast).toList();
  }

  void show(TaskColumn column, List<CardTile> tiles) {
    count.setText(String.valueOf(column.all()));
    cards.getChildren().setAll(tiles);
    more.getChildren().clear();
    if (column.more() > 0) {
      more.getChildren()
          .add(paragraph(words.text(Phrase.BOARD_MORE, column.more()), "muted", "small"));
    } else if (tiles.isEmpty()) {
      more.getChildren().add(paragraph(words.text(Phrase.COLUMN_EMPTY), "muted", "small"));
    }
  }

  void light(boolean open) {
    pseudoClassStateChanged(OPEN, open);
  }

  void hover(boolean over) {
    pseudoClassStateChanged(OVER, over);
  }

  /// Scrolls until the tile can be seen.
  void reveal(CardTile tile) {
    double hidden = cards.getHeight() + more.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden <= 0) {
      return;
    }
    double top = tile.getBoundsInParent().getMinY();
    double bottom = tile.getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight();
    double present = scroll.getVvalue() * hidden;
    if (present > top) {
      scroll.setVvalue(top / hidden);
    } else if (present < bottom) {
      scroll.setVvalue(bottom / hidden);
    }
  }
}
