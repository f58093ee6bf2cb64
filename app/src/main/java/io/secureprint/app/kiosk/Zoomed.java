// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out on a canvas of kiosk size and zooms that to the screen it has, so that type
/// set for reading at two metres keeps its share of any screen.
final class Zoomed extends Region {
  private static final double LONG_SIDE = 1600;
  private static final double SHORT_SIDE = 1080;

  private final Region content;
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final ReadOnlyBooleanWrapper portrait = new ReadOnlyBooleanWrapper();

  Zoomed(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    portrait.bind(heightProperty().greaterThan(widthProperty()));
  }

  ReadOnlyBooleanProperty portrait() {
    return portrait.getReadOnlyProperty();
  }

  @Override
  protected void layoutChildren() {
    double least = portrait.get() ? SHORT_SIDE : LONG_SIDE;
    double tall = portrait.get() ? LONG_SIDE : SHORT_SIDE;
    double factor = Math.min(getWidth() / least, getHeight() / tall);
    if (factor > 0) {
      scale.setX(factor);
      scale.setY(factor);
      content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
  }
}
