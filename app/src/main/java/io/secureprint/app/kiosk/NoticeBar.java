// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;

/// What the shop itself has to say, in its own words, below everything; also while it is closed.
final class NoticeBar extends HBox {
  NoticeBar() {
    setId("kiosk-notice");
    getStyleClass().add("kiosk-notice");
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(String notice) {
    Shapes.show(this, !notice.isEmpty());
    Paragraph words = paragraph(notice, "kiosk-notice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(icon(Feather.INFO, "kiosk-notice-icon"), words);
  }
}
