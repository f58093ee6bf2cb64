// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// What the program shows at once, until its windows are there: that it takes a moment. For the thread
/// that draws, except where it says otherwise.
public final class OpeningWindow {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 540;

  private @Nullable Stage stage;
  private boolean over;

  private OpeningWindow() {}

  /// Opens as soon as the toolkit is there, unless it is closed before. From any thread.
  ///
  /// @param seen called once it is on the screen
  public static OpeningWindow after(CompletableFuture<Void> toolkit, Runnable seen) {
    OpeningWindow window = new OpeningWindow();
    var _ = toolkit.thenRun(() -> FxThread.run(() -> window.open(seen)));
    return window;
  }

  private void open(Runnable seen) {
    if (over) {
      return;
    }
    Scene scene = scene(Language.of(Locale.getDefault()));
    new Theme(Platform.getPreferences().colorSchemeProperty()).dress(scene);
    Stage opened = new Stage(StageStyle.UNDECORATED);
    opened.setTitle("SecurePrint Session");
    opened.setScene(scene);
    opened.show();
    stage = opened;
    new FirstPicture(seen).start();
  }

  /// What it shows, its own language first.
  public static Scene scene(Language language) {
    PausePane pane = new PausePane(BothLanguages.led(language, ZoneId.systemDefault()));
    pane.showStarting();
    pane.getStyleClass().add("opening");
    return new Scene(pane, WIDTH, HEIGHT);
  }

  public void close() {
    over = true;
    if (stage != null) {
      stage.close();
    }
  }
}
