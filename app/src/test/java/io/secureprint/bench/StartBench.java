// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.nio.file.Path;
import java.util.List;

/// How long the shop takes to open.
final class StartBench implements Bench {
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(2, 10);

  private final Program program;
  private int folders;

  StartBench(Program program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String explanation() {
    return """
        From the start of the process to its line READY: a practice shop without windows, against
        the same JVM with the same flags and class path whose main only prints that line.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    Path used = folder.resolve("used");
    Comparison.Subject floor = new Comparison.Subject("empty main", this::empty);
    return List.of(
        Comparison.interleaved(
            new Comparison.Subject("shop opened again", () -> shop(used)), floor, "ms", ROUNDS),
        Comparison.interleaved(
            new Comparison.Subject(
                "shop opened for the first time", () -> shop(folder.resolve("new-" + folders++))),
            floor,
            "ms",
            ROUNDS));
  }

  private double shop(Path data) throws Exception {
    return millis(program.shop(data));
  }

  private double empty() throws Exception {
    return millis(program.empty());
  }

  private static double millis(List<String> command) throws Exception {
    try (Running running = Running.start(command)) {
      return running.millisToReady();
    }
  }
}
