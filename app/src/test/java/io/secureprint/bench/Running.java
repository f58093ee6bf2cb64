// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A JVM of its own that has said READY.
final class Running implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Process process;
  private final double millisToReady;

  private Running(Process process, double millisToReady) {
    this.process = process;
    this.millisToReady = millisToReady;
  }

  static Running start(List<String> command) throws IOException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.startsWith("READY")) {
      line = out.readLine();
    }
    double took = (System.nanoTime() - start) / 1e6;
    if (line == null) {
      throw new IOException("never READY: " + String.join(" ", command));
    }
    return new Running(process, took);
  }

  /// From the call that starts the process to its line.
  double millisToReady() {
    return millisToReady;
  }

  Memory memory() throws IOException {
    return Memory.settled(process.pid());
  }

  /// The JVM below this one that runs that class, once there is one.
  long child(String mainClass) {
    return await()
        .atMost(LONG)
        .until(
            () ->
                process
                    .descendants()
                    .map(ProcessHandle::pid)
                    .filter(pid -> runs(pid, mainClass))
                    .findFirst()
                    .orElse(0L),
            pid -> pid > 0);
  }

  /// The command line of a process.
  static List<String> commandLine(long pid) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
  }

  /// A sandbox around a JVM has the JVM's whole command line behind its own.
  private static boolean runs(long pid, String mainClass) {
    try {
      List<String> command = commandLine(pid);
      return command.getFirst().endsWith("/java") && command.contains(mainClass);
    } catch (IOException _) {
      return false;
    }
  }

  /// Asks the process to end and waits until it and all below it have.
  @Override
  public void close() {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroy();
    try {
      process.onExit().orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
      below.forEach(child -> child.onExit().orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join());
    } finally {
      process.destroyForcibly();
    }
  }
}
