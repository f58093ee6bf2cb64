// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History.Filter;
import io.secureprint.agent.observe.HistoryExport;
import io.secureprint.agent.observe.HistoryExport.Titles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// The history in a file, which is there whole or not at all.
record ExportFile(HistoryExport export, Path file) {
  /// By the end of its name; anything but `.json` is a table.
  static boolean isJson(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /// Answers how many rows it has.
  int write(Filter filter, Titles titles) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        int rows = written(part, filter, titles);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return rows;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history could not be saved as " + file, e);
    }
  }

  private int written(Path part, Filter filter, Titles titles) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      return isJson(file) ? export.json(filter, out) : export.csv(filter, titles, out);
    }
  }
}
