// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import io.secureprint.agent.FirstStart;
import io.secureprint.agent.Folders;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.app.SampleChoices;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;
import io.secureprint.app.printers.PrinterPickerViewModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// A shop that is being set up, with printers in memory and its draft on the disk.
final class SampleSetup {
  final SampleChoices choices = new SampleChoices();
  final List<SetupChoice> decided = new ArrayList<>();
  final Folders folders;

  SampleSetup(Path data) {
    folders = new Folders(data);
  }

  FirstStart start() {
    return new FirstStart(folders, folders.config(), Ids.secure());
  }

  /// The assistant as it is when the program starts. `screen` is where properties may change.
  SetupViewModel open(Executor work, Executor screen) {
    Background background = new Background(work, screen);
    return new SetupViewModel(
        start(),
        new PrinterPickerViewModel(choices, background, screen),
        background,
        Language.ENGLISH,
        decided::add);
  }
}
