// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as its own process, started as a person would start it.
final class Program implements AutoCloseable {
  private final Process process;
  private final Path errors;

  private Program(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /// `errors` is where its standard error goes.
  static Program start(Path errors, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=logback.xml",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().putAll(environment);
    return new Program(builder.start(), errors);
  }

  /// The practice shop on free ports of the loopback address, with `more` arguments.
  static Program shop(Path data, Map<String, String> environment, String... more)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--demo", "--data", data.toString(), "--bind", "127.0.0.1",
                "--http-port", "0", "--ws-port", "0", "--api-port", "0"));
    arguments.addAll(List.of(more));
    Path errors = Files.createTempFile(data.getParent(), "errors", ".log");
    return start(errors, environment, arguments.toArray(String[]::new));
  }

  /// The next line of standard output that begins so, without that beginning.
  String line(String beginning) throws IOException {
    while (true) {
      String line = process.inputReader().readLine();
      if (line == null) {
        throw new IOException("ended without " + beginning + ": " + errors());
      }
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
    }
  }

  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /// Types a line on standard input, and ends it.
  void type(String line) throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /// SIGTERM.
  void stop() {
    process.destroy();
  }

  /// The exit code, which must come within the time.
  int exit(int seconds) throws InterruptedException {
    assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /// A port that somebody has.
  static ServerSocket takenPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
