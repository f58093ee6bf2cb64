// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// A button for what costs money or data: it acts only when pressed and held until it is full. A
/// click, a key that is let go early and a pointer that slips off do nothing.
public final class HoldButton extends Button {
  private static final Duration HOLD = Duration.millis(700);

  private final DoubleProperty filled = new SimpleDoubleProperty(0);
  private final Timeline filling =
      new Timeline(new KeyFrame(HOLD, new KeyValue(filled, 1)));
  private boolean held;

  public HoldButton(Runnable onHeld, String tip) {
    getStyleClass().add("hold-button");
    setTooltip(new Tooltip(tip));
    filled.subscribe(value -> paint(value.doubleValue()));
    filling.setOnFinished(_ -> {
      filled.set(0);
      onHeld.run();
    });
    addEventFilter(MouseEvent.ANY, this::onMouse);
    addEventFilter(KeyEvent.ANY, this::onKey);
    focusedProperty().subscribe(this::letGo);
    disabledProperty().subscribe(this::letGo);
  }

  /// A click alone does nothing, whoever makes it.
  @Override
  public void fire() {}

  /// Gives up a hold under way: what it was for has changed.
  public void letGo() {
    filling.stop();
    filled.set(0);
  }

  private void onMouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED
        && event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      filling.playFromStart();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED
        || event.getEventType() == MouseEvent.MOUSE_EXITED) {
      letGo();
    }
  }

  /// A held key repeats its press, so only the first one starts, and the next needs a release.
  private void onKey(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) {
      return;
    }
    event.consume();
    if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      held = false;
      letGo();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && !held) {
      held = true;
      filling.playFromStart();
    }
  }

  private void paint(double share) {
    setStyle(
        share == 0 || filling.getStatus() == Animation.Status.STOPPED
            ? ""
            : "-fx-background-color: linear-gradient(to right, -hold-full %1$d%%, -hold-rest %1$d%%)"
                .formatted(Math.round(share * 100)));
  }
}
