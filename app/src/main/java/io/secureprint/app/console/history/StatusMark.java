// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

/// How a run or a step stands, as a picture, a colour and a word. A status of a newer agent is
/// shown by its own name.
record StatusMark(Feather picture, String style, String word) {
  static StatusMark of(String status, Messages messages) {
    return switch (status) {
      case "PENDING" -> mark(Feather.CLOCK, "status-quiet", messages, Phrase.STATUS_PENDING);
      case "IN_PROGRESS" ->
          mark(Feather.PLAY_CIRCLE, "status-running", messages, Phrase.STATUS_IN_PROGRESS);
      case "COMPLETED" ->
          mark(Feather.CHECK_CIRCLE, "status-good", messages, Phrase.STATUS_COMPLETED);
      case "FAILED" -> mark(Feather.ALERT_CIRCLE, "status-bad", messages, Phrase.STATUS_FAILED);
      case "CANCELLED" ->
          mark(Feather.MINUS_CIRCLE, "status-quiet", messages, Phrase.STATUS_CANCELLED);
      default ->
          new StatusMark(
              Feather.CIRCLE, "status-quiet", messages.text(Phrase.STATUS_OTHER, status));
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
    if (!style.equals("status-good")) {
      mark.getChildren().add(Shapes.label(word, "muted"));
    }
    return mark;
  }

  private static StatusMark mark(Feather picture, String style, Messages messages, Phrase phrase) {
    return new StatusMark(picture, style, messages.text(phrase));
  }
}
