// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;

/// What a command reads from standard input: never from an argument, which other programs on this PC
/// could read.
final class TypedLine {
  private static final int LONGEST = 8 << 10;

  private TypedLine() {}

  /// One line, which is not shown where a person types it.
  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 25 where nobody sits at a terminal
  static String read(String prompt) throws IOException {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s: ", prompt);
      return typed == null ? "" : new String(typed).strip();
    }
    return new String(System.in.readNBytes(LONGEST), UTF_8).strip();
  }
}
