// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One customer being served: ring, name in both languages, what happens now, and the four digits
/// to compare with the phone's.
final class TileView extends HBox {
  TileView(SessionTile tile, BothLanguages words) {
    getStyleClass().add("tile");
    setAlignment(Pos.CENTER_LEFT);
    Region stripe = new Region();
    stripe.getStyleClass().add("tile-stripe");
    stripe.setStyle("-fx-background-color: " + tile.name().colour());
    VBox about =
        stack(
            "tile-words",
            label(words.first().name(tile.name()), "tile-name"),
            label(words.second().name(tile.name()), "tile-name-second"),
            tile.wanted() ? atCounter(words) : stage(tile, words));
    about.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(about, Priority.ALWAYS);
    Label digits = label(tile.sas(), "tile-digits");
    digits.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(stripe, new StageRing(tile), about, digits);
  }

  private static Node atCounter(BothLanguages words) {
    return label(
        words.first(Phrase.KIOSK_AT_COUNTER) + " · " + words.second(Phrase.KIOSK_AT_COUNTER),
        "at-counter");
  }

  private static Node stage(SessionTile tile, BothLanguages words) {
    return label(stageWords(tile, words), "tile-stage");
  }

  private static String stageWords(SessionTile tile, BothLanguages words) {
    return switch (tile.stage()) {
      case CHOOSING -> words.first(Phrase.STAGE_CHOOSING);
      case PAYING -> words.first(Phrase.STAGE_PAYING);
      case PRINTING ->
          tile.sidesTotal() == 0
              ? words.first(Phrase.STAGE_PRINTING)
              : words.first(
                  Phrase.KIOSK_PAGE,
                  Math.min(tile.sidesDone() + 1, tile.sidesTotal()),
                  tile.sidesTotal());
      case COLLECT -> words.first(Phrase.KIOSK_COLLECT_NOW);
      case ENDED -> words.first(Phrase.STAGE_ENDED);
    };
  }
}
