// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;

/// Nobody can scan now: that it is so, since when, and what customers can do.
final class PausePane extends VBox {
  private final BothLanguages words;

  PausePane(BothLanguages words) {
    this.words = words;
    getStyleClass().add("pause");
    setAlignment(Pos.CENTER);
  }

  void showStarting() {
    getChildren()
        .setAll(
            icon(Feather.CLOCK, "pause-icon"),
            label(words.first(Phrase.KIOSK_STARTING), "kiosk-title"),
            label(words.second(Phrase.KIOSK_STARTING), "kiosk-title-second"),
            paragraph(words.first(Phrase.KIOSK_STARTING_HELP), "pause-help"),
            paragraph(words.second(Phrase.KIOSK_STARTING_HELP), "pause-help-second"));
  }

  void show(KioskFace.OutOfService face, Instant now) {
    getChildren()
        .setAll(
            icon(Feather.PAUSE_CIRCLE, "pause-icon"),
            label(words.first(Phrase.KIOSK_CLOSED), "kiosk-title"),
            label(words.second(Phrase.KIOSK_CLOSED), "kiosk-title-second"));
    Instant since = face.since();
    if (since != null) {
      getChildren().add(label(sinceWords(since, now), "pause-since"));
    }
    getChildren()
        .addAll(
            paragraph(words.first(Phrase.KIOSK_CLOSED_HELP), "pause-help"),
            paragraph(words.second(Phrase.KIOSK_CLOSED_HELP), "pause-help-second"));
    if (face.code() != null) {
      getChildren().add(label(face.code(), "pause-code"));
    }
  }

  private String sinceWords(Instant since, Instant now) {
    String first = new TimeWords(words.first(), words.zone()).clock(since, now);
    String second = new TimeWords(words.second(), words.zone()).clock(since, now);
    return words.first(Phrase.KIOSK_CLOSED_SINCE, first)
        + " · "
        + words.second(Phrase.KIOSK_CLOSED_SINCE, second);
  }
}
