// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class FolderPrinterContractTest extends PrinterContract {
  @TempDir private Path folder;

  @AfterEach
  void nothingUnfinishedIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".pdf"));
    }
  }

  @Override
  PrinterDriver fresh() {
    return new FolderPrinter(folder);
  }

  @Override
  int cameOut() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".pdf")).count();
    }
  }

  @Override
  PrinterDriver.Purge afterwards() {
    return PrinterDriver.Purge.RETAINED;
  }
}
