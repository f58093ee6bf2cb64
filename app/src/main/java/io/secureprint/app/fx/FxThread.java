// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.application.Platform;

import java.util.concurrent.CompletableFuture;

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

  /// Starts the toolkit, once in the life of the process, beside whatever the caller does meanwhile:
  /// it takes its time. Fails where no window can be opened.
  public static CompletableFuture<Void> start() {
    return CompletableFuture.runAsync(
        () -> Platform.startup(() -> {}),
        action -> Thread.ofPlatform().daemon().name("fx-start").start(action));
  }

  /// Ends the toolkit; it cannot be started again in this process.
  public static void stop() {
    Platform.exit();
  }
}
