// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.AgentConfig;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// "First join the shop's Wi-Fi": the code for it, smaller than the one that comes after it, and its
/// name. Gone where the shop has set none, or where there is no room.
final class WifiPane extends BorderPane {
  private static final double ABOVE_WORDS = 232;
  private static final double BESIDE_WORDS = 190;

  private final BothLanguages words;
  private final Side said;
  private final QrPane code = new QrPane(false);
  private AgentConfig.Kiosk posted = new AgentConfig.Kiosk("", "", "");
  private boolean room = true;

  /// @param said where the words stand: below the code with the network's name, or at its right
  WifiPane(BothLanguages words, Side said) {
    this.words = words;
    this.said = said;
    double side = said == Side.BOTTOM ? ABOVE_WORDS : BESIDE_WORDS;
    code.setId("kiosk-wifi");
    code.setMinSize(side, side);
    code.setMaxSize(side, side);
    setCenter(code);
    setMaxHeight(USE_PREF_SIZE);
    getStyleClass().add("wifi");
    show();
  }

  void show(AgentConfig.Kiosk next) {
    posted = next;
    show();
  }

  void setRoom(boolean next) {
    room = next;
    show();
  }

  private void show() {
    String text = posted.wifiCode();
    Shapes.show(this, room && !text.isEmpty());
    if (!text.isEmpty()) {
      code.show(text);
      tell();
    }
  }

  private void tell() {
    VBox told =
        stack(
            "wifi-words",
            paragraph(words.first(Phrase.KIOSK_WIFI), "wifi-first"),
            paragraph(words.second(Phrase.KIOSK_WIFI), "wifi-second"));
    if (said == Side.BOTTOM) {
      told.getChildren().add(paragraph(posted.wifiName(), "wifi-name"));
      told.setAlignment(Pos.TOP_CENTER);
      told.getStyleClass().add("wifi-below");
      Node picture = icon(Feather.WIFI, "step-icon");
      setAlignment(picture, Pos.CENTER);
      setTop(picture);
      setBottom(told);
    } else {
      told.setAlignment(Pos.CENTER_LEFT);
      told.getStyleClass().add("wifi-beside");
      setRight(told);
    }
  }
}
