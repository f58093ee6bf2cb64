// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The example programs of `docs/examples`, compiled and run as their readers would.
final class ExampleClient {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath().normalize();
  private static final Path PACKAGES =
      Path.of("..", "agent", "src", "main", "web", "node_modules").toAbsolutePath().normalize();

  private ExampleClient() {}

  /// What the Java example prints.
  static String java(Map<String, String> environment) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(List.of(java, EXAMPLES.resolve("MoneyTransfer.java").toString()), environment);
  }

  /// What the TypeScript example prints, compiled strictly into `folder`.
  static String typeScript(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
    Path source = Files.copy(EXAMPLES.resolve("money-transfer.ts"), folder.resolve("money-transfer.ts"));
    run(
        List.of(
            PACKAGES.resolve(".bin/tsc").toString(), "--strict", "--target", "es2022", "--module",
            "nodenext", "--types", "node", "--typeRoots", PACKAGES.resolve("@types").toString(),
            source.toString()),
        environment);
    return run(List.of("node", folder.resolve("money-transfer.js").toString()), environment);
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("example", ".txt");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String output = Files.readString(said);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(command.getFirst() + " failed: " + output);
      }
      return output;
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }
}
