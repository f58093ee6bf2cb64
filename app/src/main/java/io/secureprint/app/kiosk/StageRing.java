// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far a customer is: a quarter for each of choosing, paying, printing and collecting, the
/// printing quarter filling with the pages, and a picture of the present stage within, or a
/// bell where the counter calls.
final class StageRing extends StackPane {
  private static final double SIZE = 88;
  private static final double STROKE = 10;
  private static final double GAP = 14;
  private static final int QUARTERS = 4;

  StageRing(SessionTile tile) {
    Pane arcs = new Pane();
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      arcs.getChildren().add(track(quarter));
      double share = share(tile, quarter);
      if (share > 0) {
        arcs.getChildren().add(lit(quarter, share, tile.name().colour()));
      }
    }
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    getChildren().addAll(arcs, picture(tile));
  }

  /// How much of this quarter is behind the customer, 0 to 1.
  static double share(SessionTile tile, int quarter) {
    int present = quarter(tile.stage());
    if (quarter != present) {
      return quarter < present ? 1 : 0;
    }
    return tile.stage() == Stage.PRINTING && tile.sidesTotal() > 0
        ? Math.min(1, (double) tile.sidesDone() / tile.sidesTotal())
        : 1;
  }

  private static int quarter(Stage stage) {
    return switch (stage) {
      case CHOOSING -> 0;
      case PAYING -> 1;
      case PRINTING -> 2;
      case COLLECT -> 3;
      case ENDED -> QUARTERS;
    };
  }

  private static Arc track(int quarter) {
    Arc arc = arc(quarter, 1);
    arc.getStyleClass().add("ring-track");
    return arc;
  }

  private static Arc lit(int quarter, double share, String colour) {
    Arc arc = arc(quarter, share);
    arc.setStroke(Color.web(colour));
    return arc;
  }

  private static Arc arc(int quarter, double share) {
    double radius = (SIZE - STROKE) / 2;
    double span = 360.0 / QUARTERS;
    Arc arc = new Arc(SIZE / 2, SIZE / 2, radius, radius, 90 - quarter * span - GAP / 2, 0);
    arc.setLength(-(span - GAP) * share);
    arc.setType(ArcType.OPEN);
    arc.setFill(null);
    arc.setStrokeWidth(STROKE);
    arc.setStrokeLineCap(StrokeLineCap.ROUND);
    return arc;
  }

  private static FontIcon picture(SessionTile tile) {
    return tile.wanted()
        ? Shapes.icon(Feather.BELL, "stage-bell")
        : Shapes.icon(picture(tile.stage()), "stage-icon");
  }

  private static Feather picture(Stage stage) {
    return switch (stage) {
      case CHOOSING -> Feather.FILE_TEXT;
      case PAYING -> Feather.CREDIT_CARD;
      case PRINTING -> Feather.PRINTER;
      case COLLECT -> Feather.CHECK;
      case ENDED -> Feather.SHIELD;
    };
  }
}
