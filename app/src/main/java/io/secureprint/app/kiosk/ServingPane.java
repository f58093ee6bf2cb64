// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Who is being served, or whose turn it is when nobody is.
final class ServingPane extends VBox {
  private final TileGrid grid;
  private final VBox nobody;
  private final HBox title;

  ServingPane(String shop, BothLanguages words) {
    this.grid = new TileGrid(words);
    this.nobody = nobody(words);
    this.title =
        row(
            "serving-title",
            label(words.first(Phrase.KIOSK_SERVING), "serving-first"),
            label("· " + words.second(Phrase.KIOSK_SERVING), "serving-second"));
    getStyleClass().add("serving");
    StackPane middle = new StackPane(nobody, grid);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren()
        .addAll(
            label(shop, "kiosk-shop"),
            title,
            middle);
  }

  void setColumns(int columns) {
    grid.setColumns(columns);
  }

  /// @param inviting whether the shop takes new customers: only then is it somebody's turn
  void show(List<SessionTile> tiles, boolean inviting) {
    Shapes.show(nobody, tiles.isEmpty() && inviting);
    Shapes.show(title, !tiles.isEmpty());
    Shapes.show(grid, !tiles.isEmpty());
    grid.show(tiles);
  }

  private static VBox nobody(BothLanguages words) {
    VBox nobody =
        stack(
            "nobody",
            icon(Feather.SMILE, "nobody-icon"),
            paragraph(words.first(Phrase.KIOSK_NOBODY), "nobody-title"),
            paragraph(words.second(Phrase.KIOSK_NOBODY), "nobody-title-second"),
            paragraph(words.first(Phrase.KIOSK_NOBODY_HINT), "nobody-hint"),
            paragraph(words.second(Phrase.KIOSK_NOBODY_HINT), "nobody-hint"));
    nobody.setAlignment(Pos.CENTER);
    return nobody;
  }
}
