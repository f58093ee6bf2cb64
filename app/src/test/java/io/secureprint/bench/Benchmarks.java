// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures all of it, or what is named, and writes the report. See `./sps bench`.
public final class Benchmarks {
  private static final int MISUSE = 2;

  private Benchmarks() {}

  /// Arguments: the report, the folder of the installed jars, the flags of the shop's JVM with
  /// spaces between, names of benchmarks.
  public static void main(String[] arguments) throws Exception {
    Path report = Path.of(arguments[0]);
    List<Bench> all = all(new Program(Path.of(arguments[1]), List.of(arguments[2].split(" "))));
    List<String> names = Arrays.asList(arguments).subList(3, arguments.length);
    List<String> known = all.stream().map(Bench::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.println("sps: no benchmark " + name + "; there are " + String.join(", ", known));
        System.exit(MISUSE);
      }
    }
    for (Bench bench : all) {
      if (names.isEmpty() || names.contains(bench.name())) {
        System.err.println("sps: measuring " + bench.name());
        Report.read(report, known).with(bench, measured(bench)).write(report);
      }
    }
    System.out.println(Files.readString(report));
    System.exit(0);
  }

  private static List<Bench> all(Program program) {
    return List.of(
        new UploadBench(),
        new PrintBench(),
        new StartBench(program),
        new MemoryBench(program),
        JmhBench.seal(),
        JmhBench.ipp());
  }

  private static String measured(Bench bench) throws Exception {
    Path folder = Files.createTempDirectory("sps-bench-");
    try {
      Machine machine = Machine.now();
      return Stream.concat(
              Stream.of(Comparison.HEAD),
              bench.measure(folder).stream().map(Comparison::row))
          .collect(Collectors.joining("\n", "", "\n\n" + machine.line()));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
