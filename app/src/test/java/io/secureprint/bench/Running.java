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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of its own that has said what was awaited of it.
public final class Running implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Process process;
  private final BufferedReader out;
  private final List<String> said;
  private final double millis;

  private Running(Process process, BufferedReader out, List<String> said, double millis) {
    this.process = process;
    this.out = out;
    this.said = said;
    this.millis = millis;
  }

  /// Waits for the line READY.
  static Running start(List<String> command) throws IOException {
    return start(new ProcessBuilder(command), "READY");
  }

  /// Waits for a line that begins with `word`.
  public static Running start(ProcessBuilder program, String word) throws IOException {
    List<String> said = new ArrayList<>();
    long start = System.nanoTime();
    Process process = program.redirectError(Redirect.DISCARD).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.startsWith(word)) {
      said.add(line);
      line = out.readLine();
    }
    double took = (System.nanoTime() - start) / 1e6;
    if (line == null) {
      throw new IOException("never " + word + ": " + program.command() + " " + said);
    }
    said.add(line);
    return new Running(process, out, said, took);
  }

  /// From the call that starts the process to its line.
  double millis() {
    return millis;
  }

  /// What it has said before that line that begins with `word`, without that word.
  public String said(String word) {
    return said.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .findFirst()
        .orElseThrow();
  }

  /// The next line that begins with `word`, without that word.
  String next(String word) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(word)) {
        return line.substring(word.length());
      }
    }
    throw new IOException("never " + word);
  }

  /// Until it has ended by itself.
  void ended() throws InterruptedException {
    process.waitFor();
  }

  /// What it and all below it occupy together, in MiB, once it has come to rest.
  double everything() throws IOException {
    double sum = memory().pss();
    for (ProcessHandle below : process.descendants().toList()) {
      sum += Memory.of(below.pid()).pss();
    }
    return sum;
  }

  Memory memory() throws IOException {
    return Memory.settled(process.pid());
  }

  /// The JVM below this one that runs that class, once there is one.
  public long child(String mainClass) {
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
  public static List<String> commandLine(long pid) throws IOException {
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
