// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.application.Platform;

/// The one door to the JavaFX thread, so that there is one place to look when a screen waits.
public final class FxThread {
  private FxThread() {}

  /// Runs `action` there: at once when the caller is already on it, else as soon as it is free.
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /// Starts the toolkit, once in the life of the process, and runs `action` on its thread.
  public static void start(Runnable action) {
    Platform.startup(action);
  }

  /// Ends the toolkit; it cannot be started again in this process.
  public static void stop() {
    Platform.exit();
  }
}
