// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Printer trouble in plain words over the whole width. Troubles that customers can do nothing
/// about, and that do not keep them waiting, are not told here.
final class TroubleBand extends HBox {
  private final BothLanguages words;
  private final VBox text = Shapes.stack("band-text");

  TroubleBand(BothLanguages words) {
    this.words = words;
    getStyleClass().add("band");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon(Feather.ALERT_TRIANGLE, "band-icon"), text);
  }

  void show(List<Note> notes) {
    List<String> codes =
        notes.stream()
            .map(Note::code)
            .filter(code -> words.first().customerWords(code).isPresent())
            .toList();
    Shapes.show(this, !codes.isEmpty());
    if (!codes.isEmpty()) {
      String code = codes.getFirst();
      text.getChildren()
          .setAll(
              paragraph(words.first().customerWords(code).orElseThrow(), "band-words"),
              paragraph(words.second().customerWords(code).orElseThrow(), "band-words-second"));
    }
  }
}
