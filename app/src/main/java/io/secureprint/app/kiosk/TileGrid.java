// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;

/// As many tiles as there is room for, the oldest first; the last place counts the rest.
final class TileGrid extends Region {
  private static final double TILE_HEIGHT = 136;
  private static final double GAP = 16;

  private final BothLanguages words;
  private final Label more = Shapes.label("", "tiles-more");
  private int columns = 1;

  TileGrid(BothLanguages words) {
    this.words = words;
  }

  void setColumns(int columns) {
    this.columns = columns;
    requestLayout();
  }

  void show(List<SessionTile> tiles) {
    getChildren().setAll(tiles.stream().map(tile -> new TileView(tile, words)).toList());
    getChildren().add(more);
  }

  @Override
  protected void layoutChildren() {
    int count = getChildren().size() - 1;
    int rows = Math.max(1, (int) ((getHeight() + GAP) / (TILE_HEIGHT + GAP)));
    int places = rows * columns;
    int shown = count <= places ? count : places - 1;
    for (int at = 0; at < count; at++) {
      Node tile = getChildren().get(at);
      tile.setVisible(at < shown);
      if (at < shown) {
        place(tile, at);
      }
    }
    more.setVisible(shown < count);
    if (shown < count) {
      more.setText(
          words.first(Phrase.KIOSK_MORE, count - shown)
              + " · "
              + words.second(Phrase.KIOSK_MORE, count - shown));
      place(more, shown);
    }
  }

  private void place(Node tile, int at) {
    double width = (getWidth() - GAP * (columns - 1)) / columns;
    int row = at / columns;
    tile.resizeRelocate(
        at % columns * (width + GAP), row * (TILE_HEIGHT + GAP), width, TILE_HEIGHT);
  }
}
