// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.driver.testprinter.PrintHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// What a demonstration prints on, without paper.
sealed interface PracticePrinter extends AutoCloseable {
  /// What receipts call the way to it.
  String kind();

  /// How it stands in a shop's configuration.
  Map<String, String> settings();

  /// How many documents came out.
  int printed() throws IOException;

  @Override
  void close() throws IOException;

  /// A real IPP printer, which can run out of paper.
  record Ipp(PrintHost host) implements PracticePrinter {
    @Override
    public String kind() {
      return "ipp";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("printer.kind", "ipp", "printer.uri", host.printer().toString());
    }

    @Override
    public int printed() throws IOException {
      return host.received().size();
    }

    void takePaperOut() throws IOException {
      host.order("paper-out", true);
    }

    void putPaperIn() throws IOException {
      host.order("paper-out", false);
    }

    @Override
    public void close() throws IOException {
      host.close();
    }
  }

  /// A folder, which keeps what is printed.
  record Folder(Path path) implements PracticePrinter {
    @Override
    public String kind() {
      return "folder";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("printer.kind", "folder", "printer.folder", path.toString());
    }

    @Override
    public int printed() throws IOException {
      if (!Files.exists(path)) {
        return 0;
      }
      try (Stream<Path> files = Files.list(path)) {
        return (int) files.filter(file -> file.toString().endsWith(".pdf")).count();
      }
    }

    @Override
    public void close() {}
  }
}
