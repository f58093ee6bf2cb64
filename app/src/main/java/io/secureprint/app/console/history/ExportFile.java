// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History.Filter;
import io.secureprint.agent.observe.HistoryExport;
import io.secureprint.agent.observe.HistoryExport.Titles;
import io.secureprint.app.console.export.WholeFile;

import java.nio.file.Path;
import java.util.Locale;

/// The history in a file.
record ExportFile(HistoryExport export, Path file) {
  /// By the end of its name; anything but `.json` is a table.
  static boolean isJson(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /// Answers how many rows it has.
  int write(Filter filter, Titles titles) {
    return new WholeFile(file)
        .write(out -> isJson(file) ? export.json(filter, out) : export.csv(filter, titles, out));
  }
}
