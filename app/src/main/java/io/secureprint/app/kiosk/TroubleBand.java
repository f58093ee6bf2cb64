// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Printer trouble in plain words over the whole width. Troubles that customers can do nothing
/// about, and that do not keep them waiting, are not told here.
final class TroubleBand extends HBox {
  private final BothLanguages words;
  private final Label first = label("", "band-words");
  private final Label second = label("", "band-words-second");

  TroubleBand(BothLanguages words) {
    this.words = words;
    getStyleClass().add("band");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            icon(Feather.ALERT_TRIANGLE, "band-icon"), Shapes.stack("band-text", first, second));
  }

  void show(List<Note> notes) {
    List<String> codes =
        notes.stream()
            .map(Note::code)
            .filter(code -> words.first().customerWords(code).isPresent())
            .toList();
    Shapes.show(this, !codes.isEmpty());
    if (!codes.isEmpty()) {
      first.setText(words.first().customerWords(codes.getFirst()).orElseThrow());
      second.setText(words.second().customerWords(codes.getFirst()).orElseThrow());
    }
  }
}
