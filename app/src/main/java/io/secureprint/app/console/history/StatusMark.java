// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

/// How a run or a step stands, as a picture, a colour and a word.
record StatusMark(Feather picture, String style, String word) {
  private static final String GOOD = "status-good";
  private static final String QUIET = "status-quiet";

  static StatusMark of(String status, Messages messages) {
    String word = StatusWords.word(status, messages);
    return switch (status) {
      case "PENDING" -> new StatusMark(Feather.CLOCK, QUIET, word);
      case "IN_PROGRESS" -> new StatusMark(Feather.PLAY_CIRCLE, "status-running", word);
      case "COMPLETED" -> new StatusMark(Feather.CHECK_CIRCLE, GOOD, word);
      case "FAILED" -> new StatusMark(Feather.ALERT_CIRCLE, "status-bad", word);
      case "CANCELLED" -> new StatusMark(Feather.MINUS_CIRCLE, QUIET, word);
      default -> new StatusMark(Feather.CIRCLE, QUIET, word);
    };
  }

  HBox drawn() {
    HBox mark = Shapes.row("status", Shapes.icon(picture), Shapes.label(word));
    mark.getStyleClass().add(style);
    return mark;
  }

  /// Before a name; the word follows only where something else than success is to be told.
  HBox drawnFor(String name) {
    HBox mark = Shapes.row("status", Shapes.icon(picture), Shapes.label(name, "strong"));
    mark.getStyleClass().add(style);
    if (!style.equals(GOOD)) {
      mark.getChildren().add(Shapes.label(word, "muted"));
    }
    return mark;
  }
}
