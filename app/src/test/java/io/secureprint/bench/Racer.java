// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The contenders of `agent.race`, each start of one a JVM of its own with a folder of its own.
final class Racer {
  private static final String MAIN = "io.secureprint.agent.race.Race";
  private static final Pattern FROM_JAR = Pattern.compile("source: file:(\\S+[.]jar)");
  private static final int IDLE_SECONDS = 60;

  private final List<String> flags;
  private final Path folder;
  private int runs;

  Racer(List<String> flags, Path folder) {
    this.flags = List.copyOf(flags);
    this.folder = folder;
  }

  /// One contender under the load of some clients.
  ///
  /// @param startMillis from the start of the JVM to the end of its first journey
  record Figures(
      double startMillis, double perSecond, double cpuMillis, double p50, double p99, double heap) {}

  Figures run(String contender, int clients, int warmSeconds, int seconds) throws IOException {
    return run(List.of(), contender, clients, warmSeconds, seconds);
  }

  /// Milliseconds from the start of a JVM with these options to the end of our engine's first journey.
  double start(List<String> options) throws IOException {
    return run(options, "engine", 1, 1, 1).startMillis();
  }

  private Figures run(
      List<String> options, String contender, int clients, int warmSeconds, int seconds)
      throws IOException {
    List<String> command =
        command(
            options, "run", contender, fresh(),
            String.valueOf(clients), String.valueOf(warmSeconds), String.valueOf(seconds));
    try (Running race = Running.start(new ProcessBuilder(command), "FIRST")) {
      double[] said =
          Stream.of(race.next("FIGURES ").split(" ", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      return new Figures(race.millis(), said[0], said[1], said[2], said[3], said[4]);
    }
  }

  /// What share of a core it takes while nobody wants anything, in percent.
  double idle(String contender) throws IOException {
    List<String> command =
        command(List.of(), "idle", contender, fresh(), String.valueOf(IDLE_SECONDS));
    try (Running race = Running.start(new ProcessBuilder(command), "FIRST")) {
      return Double.parseDouble(race.next("IDLE ")) * 100;
    }
  }

  /// Milliseconds from the start of a JVM until every one of so many journeys has ended, which a
  /// former one was killed amid.
  double resume(List<String> options, int journeys) throws IOException, InterruptedException {
    try (Running race = Running.start(again(options, held(journeys)), "MOVED")) {
      if (Integer.parseInt(race.said("MOVED ")) != journeys) {
        throw new IOException("not all were left: " + race.said("MOVED "));
      }
      return race.millis();
    }
  }

  /// The option of our engine as it is installed: with an AOT cache, from a life of training.
  List<String> trained(int journeys) throws IOException, InterruptedException {
    Path cache = folder.resolve("engine.aot");
    List<String> training = List.of("-XX:AOTCacheOutput=" + cache);
    try (Running race = Running.start(again(training, held(journeys)), "MOVED")) {
      race.ended();
    }
    if (!Files.exists(cache)) {
      throw new IOException("nothing was learnt");
    }
    return List.of("-XX:AOTCache=" + cache);
  }

  private ProcessBuilder again(List<String> options, Path data) {
    return new ProcessBuilder(command(options, "resume", "engine", data));
  }

  /// The folder of an engine that was killed amid so many journeys.
  private Path held(int journeys) throws IOException, InterruptedException {
    Path data = fresh();
    Process held =
        new ProcessBuilder(command(List.of(), "hold", "engine", data, String.valueOf(journeys)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!"HELD".equals(held.inputReader().lines().filter("HELD"::equals).findFirst().orElse(""))) {
        throw new IOException("not held");
      }
    } finally {
      held.destroyForcibly().waitFor();
    }
    return data;
  }

  /// The size of the jars from which it takes classes, in MiB, without those of the tests.
  double jars(String contender) throws IOException {
    Path classes = folder.resolve("classes-" + contender);
    List<String> command =
        command(
            List.of("-Xlog:class+load:file=" + classes),
            "run", contender, fresh(), "1", "1", "1");
    try (Running race = Running.start(new ProcessBuilder(command), "FIRST")) {
      String _ = race.next("FIGURES ");
    }
    List<Path> jars;
    try (Stream<String> lines = Files.lines(classes)) {
      jars =
          lines
              .flatMap(line -> FROM_JAR.matcher(line).results().map(found -> found.group(1)))
              .filter(jar -> !jar.endsWith("-tests.jar"))
              .distinct()
              .map(Path::of)
              .toList();
    }
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes / 1048576.0;
  }

  /// An AOT cache wants no folders, and no contender has classes in one.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !Files.isDirectory(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path fresh() throws IOException {
    return Files.createDirectories(folder.resolve("race-" + runs++));
  }

  private List<String> command(
      List<String> options, String what, String contender, Path data, String... numbers) {
    return Stream.of(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            flags,
            options,
            List.of("-cp", classPath(), MAIN),
            List.of(what, contender, data.toString()),
            List.of(numbers))
        .flatMap(List::stream)
        .toList();
  }
}
