// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;

/// The kiosk's window. With a second screen it fills that one and stays on top; on a PC with one
/// screen it starts as an ordinary window beside the console. Customers cannot close it: it goes
/// when the console closes.
public final class KioskWindow {
  private final Stage stage = new Stage();
  private final FirstPicture firstPicture;

  /// @param onSeen called on the FX thread once customers can see the window
  public KioskWindow(Scene scene, String shop, Language language, Runnable onSeen) {
    firstPicture = new FirstPicture(onSeen);
    stage.setScene(scene);
    stage.setTitle(Messages.in(language).text(Phrase.KIOSK_WINDOW_TITLE, shop));
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(WindowEvent::consume);
  }

  public void open() {
    ObservableList<Screen> screens = Screen.getScreens();
    Screen primary = Screen.getPrimary();
    screens.stream()
        .filter(screen -> !screen.equals(primary))
        .findFirst()
        .ifPresentOrElse(second -> fill(second.getBounds()), this::standBeside);
    stage.show();
    firstPicture.start();
  }

  public ObservableValue<Boolean> fullScreen() {
    return stage.fullScreenProperty();
  }

  /// For a PC with one screen, where it covers the console; staff switch to the console's window to
  /// bring it back.
  public void toggleFullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  public void close() {
    firstPicture.stop();
    stage.close();
  }

  private void fill(Rectangle2D bounds) {
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setAlwaysOnTop(true);
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
    stage.setFullScreen(true);
  }

  private void standBeside() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(1280, room.getWidth()));
    stage.setHeight(Math.min(720, room.getHeight()));
  }
}
