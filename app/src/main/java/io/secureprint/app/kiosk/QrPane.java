// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.app.fx.QrImage;

import javafx.animation.FadeTransition;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The QR as large as the room allows, every module the same whole number of units wide.
final class QrPane extends Region {
  private final ImageView picture = new ImageView();
  private final boolean moving;
  private String shown = "";
  private double drawnFor;

  /// @param moving whether a new code may fade in, to tell that the old one was handed over
  QrPane(boolean moving) {
    this.moving = moving;
    picture.setId("kiosk-qr");
    getChildren().add(picture);
  }

  void show(String address) {
    if (address.equals(shown)) {
      return;
    }
    boolean handedOver = !shown.isEmpty();
    shown = address;
    drawnFor = 0;
    requestLayout();
    if (handedOver && moving) {
      FadeTransition fade = new FadeTransition(Duration.millis(200), picture);
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
  }

  @Override
  protected void layoutChildren() {
    double room = Math.floor(Math.min(getWidth(), getHeight()));
    if (shown.isEmpty() || room <= 0) {
      return;
    }
    if (room != drawnFor) {
      drawnFor = room;
      picture.setImage(QrImage.of(shown, room));
    }
    double side = picture.getImage().getWidth();
    picture.relocate(
        Math.floor((getWidth() - side) / 2), Math.floor((getHeight() - side) / 2));
  }
}
