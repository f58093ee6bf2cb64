// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the shop is started, as `./sps` does it: the installed jars and the flags of its JVM.
record Program(Path jars, List<String> flags) {
  Program {
    flags = List.copyOf(flags);
  }

  /// A practice shop without windows, on any free ports.
  List<String> shop(Path data) {
    return java(
        "io.secureprint.app.Main",
        "--demo", "--headless", "--bind", "127.0.0.1", "--http-port", "0", "--ws-port", "0",
        "--data", data.toString());
  }

  /// The same JVM with nothing to do.
  List<String> empty() {
    return java(EmptyMain.class.getName());
  }

  /// That Java command with nothing to do.
  static List<String> emptied(List<String> java) {
    int classPath = java.indexOf("-cp") + 1;
    List<String> command = new ArrayList<>(java.subList(0, classPath));
    command.add(java.get(classPath) + File.pathSeparator + tests());
    command.add(EmptyMain.class.getName());
    return command;
  }

  private List<String> java(String... mainAndArguments) {
    return Stream.of(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            flags,
            List.of("-cp", jars.resolve("*") + File.pathSeparator + tests()),
            List.of(mainAndArguments))
        .flatMap(List::stream)
        .toList();
  }

  private static String tests() {
    return EmptyMain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
