// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;

/// The clock of one promise: a picture and words for how it stands. It is drawn anew only when the
/// words differ.
final class PromiseLabel extends HBox {
  private final BoardWords words;
  private final Label said = label("", "small");
  private PromiseReading.@Nullable Kind kind;

  PromiseLabel(BoardWords words) {
    this.words = words;
    getStyleClass().addAll("status", "promise");
    setAlignment(Pos.CENTER_LEFT);
  }

  /// What it says.
  String said() {
    return said.getText();
  }

  void show(TaskCard card, ShopCalendar calendar, Instant now) {
    PromiseReading reading = PromiseReading.of(card, calendar, now);
    said.setText(words.of(reading));
    if (reading.kind() != kind) {
      kind = reading.kind();
      Shapes.show(this, kind != PromiseReading.Kind.NONE);
      getStyleClass().setAll("status", "promise", style(kind));
      getChildren().setAll(icon(picture(kind)), said);
    }
  }

  private static Feather picture(PromiseReading.Kind kind) {
    return switch (kind) {
      case NONE, RUNNING -> Feather.CLOCK;
      case SOON -> Feather.ALERT_TRIANGLE;
      case BROKEN, BROKEN_OVER -> Feather.ALERT_OCTAGON;
      case PAUSED -> Feather.PAUSE_CIRCLE;
      case KEPT -> Feather.CHECK_CIRCLE;
    };
  }

  private static String style(PromiseReading.Kind kind) {
    return switch (kind) {
      case NONE, RUNNING, PAUSED, BROKEN_OVER -> "status-quiet";
      case SOON -> "status-asks";
      case BROKEN -> "status-bad";
      case KEPT -> "status-good";
    };
  }
}
