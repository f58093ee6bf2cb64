// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Who is being served, or whose turn it is when nobody is.
final class ServingPane extends VBox {
  /// So many tiles leave room for the prices: below each other, and in two columns.
  private static final int TALL = 3;
  private static final int WIDE = 2;

  private final TileGrid grid;
  private final Node smile = icon(Feather.SMILE, "nobody-icon");
  private final VBox nobody;
  private final HBox title;
  private final PriceCard prices;
  private boolean priced;
  private boolean inviting;
  private int served;
  private int columns = 1;

  ServingPane(String shop, BothLanguages words) {
    this.grid = new TileGrid(words);
    this.nobody = nobody(smile, words);
    this.prices = new PriceCard(words);
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
            middle,
            prices);
  }

  void setColumns(int next) {
    columns = next;
    grid.setColumns(next);
    showPrices();
  }

  void showPrices(@Nullable PriceList list) {
    priced = list != null;
    if (list != null) {
      prices.show(list);
    }
    showPrices();
  }

  /// The prices give way to the people.
  private void showPrices() {
    boolean shown = priced && inviting && served <= (columns == 1 ? TALL : WIDE);
    Shapes.show(prices, shown);
    Shapes.show(smile, !shown || columns == 1);
  }

  /// @param invites whether the shop takes new customers: only then is it somebody's turn
  void show(List<SessionTile> tiles, boolean invites) {
    inviting = invites;
    served = tiles.size();
    showPrices();
    Shapes.show(nobody, tiles.isEmpty() && invites);
    Shapes.show(title, !tiles.isEmpty());
    Shapes.show(grid, !tiles.isEmpty());
    grid.show(tiles);
  }

  private static VBox nobody(Node smile, BothLanguages words) {
    VBox nobody =
        stack(
            "nobody",
            smile,
            paragraph(words.first(Phrase.KIOSK_NOBODY), "nobody-title"),
            paragraph(words.second(Phrase.KIOSK_NOBODY), "nobody-title-second"),
            paragraph(words.first(Phrase.KIOSK_NOBODY_HINT), "nobody-hint"),
            paragraph(words.second(Phrase.KIOSK_NOBODY_HINT), "nobody-hint"));
    nobody.setAlignment(Pos.CENTER);
    return nobody;
  }
}
