// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import java.util.Optional;

/// The kiosk's window: it fills a screen and stays on top, or stands beside the console. Customers
/// cannot close it, and staff leave the full screen by a PIN alone, as far as the desktop lets a
/// program decide that. It goes when the console closes.
public final class KioskWindow {
  private final Stage stage = new Stage();
  private final FirstPicture firstPicture;
  private final KioskExit exit;
  private final KioskPlace<Screen> place = new KioskPlace<>();
  private final ListChangeListener<Screen> screens = _ -> onScreens();
  private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper();

  /// @param onSeen called on the FX thread once customers can see the window
  public KioskWindow(
      Scene scene, String shop, Language language, KioskExit exit, Runnable onSeen) {
    this.exit = exit;
    this.firstPicture = new FirstPicture(onSeen);
    stage.setScene(scene);
    stage.setTitle(Messages.in(language).text(Phrase.KIOSK_WINDOW_TITLE, shop));
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(this::onCloseRequest);
    stage.fullScreenProperty().subscribe(this::hold);
    stage.iconifiedProperty().subscribe(this::hold);
    exit.leads(full::get, this::leave);
  }

  /// `where` is the number of a screen from 1, `window`, or `auto` for the second screen where there
  /// is one.
  public void open(String where) {
    Screen.getScreens().addListener(screens);
    Optional<Screen> screen = place.choose(where, Screen.getScreens(), Screen.getPrimary());
    goTo(screen);
    stage.show();
    if (screen.isPresent()) {
      fill();
    }
    firstPicture.start();
  }

  /// Goes to another place; see [#open].
  public void move(String where) {
    moveTo(place.choose(where, Screen.getScreens(), Screen.getPrimary()));
  }

  private void moveTo(Optional<Screen> screen) {
    leave();
    goTo(screen);
    if (screen.isPresent()) {
      fill();
    }
  }

  private void goTo(Optional<Screen> screen) {
    Rectangle2D room = screen.orElse(Screen.getPrimary()).getVisualBounds();
    stage.setX(room.getMinX());
    stage.setY(room.getMinY());
    stage.setWidth(Math.min(1280, room.getWidth()));
    stage.setHeight(Math.min(720, room.getHeight()));
  }

  /// A screen was plugged in or pulled out, or turned on its side.
  private void onScreens() {
    switch (place.changed(Screen.getScreens(), Screen.getPrimary())) {
      case STAY -> { }
      case FILL, WINDOW -> moveTo(place.filled());
    }
  }

  /// Whether it fills a screen.
  public ReadOnlyBooleanProperty fullScreen() {
    return full.getReadOnlyProperty();
  }

  public void fill() {
    full.set(true);
    stage.setAlwaysOnTop(true);
    stage.setFullScreen(true);
  }

  /// Whoever calls this has seen to the PIN.
  public void leave() {
    full.set(false);
    stage.setAlwaysOnTop(false);
    stage.setFullScreen(false);
  }

  /// Staff want to get at what it covers, if it covers anything: with a PIN they do.
  public void onRaised() {
    if (Screen.getScreens().size() == 1) {
      exit.onLeave();
    }
  }

  public void close() {
    Screen.getScreens().removeListener(screens);
    full.set(false);
    firstPicture.stop();
    stage.close();
  }

  private void onCloseRequest(WindowEvent event) {
    event.consume();
    exit.onLeave();
  }

  /// What the desktop undoes is done again.
  private void hold() {
    if (full.get() && stage.isShowing()) {
      stage.setIconified(false);
      stage.setFullScreen(true);
    }
  }
}
