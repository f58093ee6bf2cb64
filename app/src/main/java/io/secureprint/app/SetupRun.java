// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.FirstStart;
import io.secureprint.agent.SetupPrinters;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.printers.PrinterPickerViewModel;
import io.secureprint.app.setup.SetupChoice;
import io.secureprint.app.setup.SetupViewModel;
import io.secureprint.app.setup.SetupWindow;

import javafx.application.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One run of the assistant, in its window.
final class SetupRun {
  private final FirstStart start;
  private final SetupPrinters printers;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<SetupChoice> choice = new CompletableFuture<>();
  private final CompletableFuture<SetupWindow> window = new CompletableFuture<>();

  SetupRun(FirstStart start) throws IOException {
    this.start = start;
    this.printers =
        new SetupPrinters(Path.of(System.getProperty("user.home"), "SecurePrint"));
  }

  /// Blocks until a person has decided. `curtain` is closed once the assistant is seen.
  SetupChoice run(Runnable curtain) {
    FxThread.run(() -> {
      open();
      curtain.run();
    });
    SetupChoice made = choice.join();
    var _ = window.thenAccept(opened -> FxThread.run(opened::pause));
    return made;
  }

  /// The window stays until its successor is seen.
  void closeWindow() {
    var _ = window.thenAccept(SetupWindow::close);
    work.shutdown();
    printers.close();
  }

  private void open() {
    Background background = new Background(work, FxThread::run);
    SetupViewModel model =
        new SetupViewModel(
            start,
            new PrinterPickerViewModel(printers.choices(), background, FxThread::run),
            background,
            Language.of(Locale.getDefault()),
            choice::complete);
    SetupWindow opened =
        new SetupWindow(model, new Theme(Platform.getPreferences().colorSchemeProperty()));
    opened.open();
    window.complete(opened);
  }
}
