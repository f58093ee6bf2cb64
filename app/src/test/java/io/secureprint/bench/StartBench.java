// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.packaging.PackedProgram;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/// How long the shop takes to open.
final class StartBench implements Bench {
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(2, 10);

  private static final String WORKER = "io.secureprint.driver.worker.DocumentWorker";
  private static final String NO_CACHE = " -XX:AOTMode=off";
  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
  private static final String FIRST = "OPENING";
  private static final String WITH_QR = "SHOWN";
  private static final String WITHOUT = "the same without the cache";

  private final Program program;
  private final PackedProgram packed;
  private int folders;

  StartBench(Program program, PackedProgram packed) {
    this.program = program;
    this.packed = packed;
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

        Then the packed program, from its launcher to its first picture, which says that it takes a
        moment (its line OPENING), and to the kiosk with the QR (SHOWN), on a screen in memory, cold:
        before each start the image's files, but not the system's, are put out of the page cache. Its
        floor is the empty main on the same image, as cold; and with what it learnt when it was packed
        (the AOT cache) against without. The same for a document worker outside of its sandbox, from
        its start to its word that it is ready, warm.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    Path used = folder.resolve("used");
    Comparison.Subject floor = new Comparison.Subject("empty main", this::empty);
    Comparison.Subject coldFloor = new Comparison.Subject("empty main, cold", this::coldEmpty);
    Comparison.Subject first =
        new Comparison.Subject("packed program's first picture, cold", () -> kiosk(used, "", FIRST));
    Comparison.Subject firstUnlearnt =
        new Comparison.Subject(WITHOUT, () -> kiosk(used, NO_CACHE, FIRST));
    Comparison.Subject kiosk =
        new Comparison.Subject("packed kiosk with its QR, cold", () -> kiosk(used, "", WITH_QR));
    Comparison.Subject unlearnt =
        new Comparison.Subject(WITHOUT, () -> kiosk(used, NO_CACHE, WITH_QR));
    List<String> worker = workerCommand(used);
    return List.of(
        Comparison.interleaved(
            new Comparison.Subject("shop opened again", () -> shop(used)), floor, "ms", ROUNDS),
        Comparison.interleaved(
            new Comparison.Subject(
                "shop opened for the first time", () -> shop(folder.resolve("new-" + folders++))),
            floor,
            "ms",
            ROUNDS),
        Comparison.interleaved(first, coldFloor, "ms", ROUNDS),
        Comparison.interleaved(first, firstUnlearnt, "ms", ROUNDS),
        Comparison.interleaved(kiosk, coldFloor, "ms", ROUNDS),
        Comparison.interleaved(kiosk, unlearnt, "ms", ROUNDS),
        Comparison.interleaved(
            new Comparison.Subject("packed document worker ready", () -> firstByte(worker)),
            new Comparison.Subject("the same without its cache", () -> firstByte(bare(worker))),
            "ms",
            ROUNDS));
  }

  private double shop(Path data) throws Exception {
    return millis(new ProcessBuilder(program.shop(data)), "READY");
  }

  private double empty() throws Exception {
    return millis(new ProcessBuilder(program.empty()), "READY");
  }

  private double kiosk(Path data, String options, String word) throws Exception {
    packed.makeCold();
    ProcessBuilder kiosk =
        packed.launcher(
            "--demo", "--bind", "127.0.0.1", "--http-port", "0", "--ws-port", "0",
            "--api-port", "0", "--data", data.toString());
    kiosk.environment().merge(OPTIONS, options, String::concat);
    return millis(kiosk, word);
  }

  private double coldEmpty() throws Exception {
    packed.makeCold();
    List<String> java = packed.java(List.of(), EmptyMain.class.getName()).command();
    return millis(new ProcessBuilder(Program.emptied(java)), "READY");
  }

  private List<String> workerCommand(Path data) throws Exception {
    ProcessBuilder shop =
        packed.launcher(
            "--demo", "--headless", "--bind", "127.0.0.1", "--http-port", "0", "--ws-port", "0",
            "--api-port", "0", "--data", data.toString());
    try (Running running = Running.start(shop, "READY")) {
      return Running.commandLine(running.child(WORKER));
    }
  }

  private static List<String> bare(List<String> worker) {
    return worker.stream().filter(option -> !option.startsWith("-XX:AOTCache=")).toList();
  }

  private static double firstByte(List<String> worker) throws Exception {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(worker).redirectError(Redirect.DISCARD).start();
    try {
      if (process.getInputStream().read() < 0) {
        throw new IOException("never ready: " + worker);
      }
      return (System.nanoTime() - start) / 1e6;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static double millis(ProcessBuilder command, String word) throws Exception {
    try (Running running = Running.start(command, word)) {
      return running.millis();
    }
  }
}
