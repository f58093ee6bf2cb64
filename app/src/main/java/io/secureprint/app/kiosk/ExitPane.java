// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.pin.PinPad;
import io.secureprint.app.pin.PinPadViewModel;
import io.secureprint.app.pin.PinWords;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// The kiosk, and over it the pad for those who work here: for Esc, and for a finger that rests in the
/// upper right corner for three seconds.
public final class ExitPane extends StackPane {
  private static final Duration HOLD = Duration.seconds(3);
  private static final double CORNER = 64;

  private final KioskExit exit;
  private final Messages first;
  private final Messages second;
  private final StackPane cover = new StackPane();
  private final Zoomed zoomed = new Zoomed(cover);
  private final Timeline ticking;

  public ExitPane(Parent kiosk, KioskExit exit, Language language) {
    this.exit = exit;
    this.first = Messages.in(language);
    this.second = Messages.in(language.other());
    this.ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> exit.onTick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    cover.getStyleClass().add("pin-cover");
    getChildren().addAll(kiosk, corner(), zoomed);
    // Without anything to type into, keys go to the scene alone.
    sceneProperty().subscribe(scene -> {
      if (scene != null) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
      }
    });
    cover.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> exit.onTouch());
    exit.pad().subscribe(this::show);
  }

  private Region corner() {
    Region corner = new Region();
    corner.setId("kiosk-corner");
    corner.setMaxSize(CORNER, CORNER);
    corner.setMinSize(CORNER, CORNER);
    setAlignment(corner, Pos.TOP_RIGHT);
    PauseTransition hold = new PauseTransition(HOLD);
    hold.setOnFinished(_ -> exit.onLeave());
    corner.setOnMousePressed(_ -> hold.playFromStart());
    corner.setOnMouseReleased(_ -> hold.stop());
    corner.setOnMouseExited(_ -> hold.stop());
    return corner;
  }

  private void onKey(KeyEvent event) {
    exit.onTouch();
    if (event.getCode() == KeyCode.ESCAPE) {
      if (exit.pad().get() == null) {
        exit.onLeave();
      } else {
        exit.onStay();
      }
      event.consume();
    }
  }

  private void show(@Nullable PinPadViewModel model) {
    Shapes.show(zoomed, model != null);
    cover.getChildren().clear();
    if (model == null) {
      ticking.stop();
      return;
    }
    ticking.play();
    PinPad pad = new PinPad(model, PinWords.inBoth(first, second));
    Button stay = new Button(words(Phrase.PIN_CANCEL));
    stay.setId("kiosk-stay");
    stay.getStyleClass().add("flat");
    stay.setFocusTraversable(false);
    stay.setOnAction(_ -> exit.onStay());
    VBox card =
        stack(
            "pin-card",
            label(first.text(Phrase.PIN_FOR_LEAVE_KIOSK), "pin-title"),
            label(second.text(Phrase.PIN_FOR_LEAVE_KIOSK), "pin-title-second"),
            pad,
            stay);
    card.getStyleClass().add("pin-card-large");
    card.setAlignment(Pos.TOP_CENTER);
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    cover.getChildren().setAll(card);
    pad.requestFocus();
  }

  private String words(Phrase phrase) {
    return first.text(phrase) + " · " + second.text(phrase);
  }
}
