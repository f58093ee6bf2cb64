// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.packaging.PackedProgram;

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

  /// Arguments: the report, the installer's folder with its jars and its package's image, the flags
  /// of the shop's JVM with spaces between, names of benchmarks.
  public static void main(String[] arguments) throws Exception {
    Path report = Path.of(arguments[0]);
    Path installer = Path.of(arguments[1]);
    List<Bench> all =
        all(
            new Program(installer.resolve("lib"), List.of(arguments[2].split(" "))),
            new PackedProgram(installer.resolve("package/secureprint-session")));
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

  private static List<Bench> all(Program program, PackedProgram packed) {
    return List.of(
        new UploadBench(),
        new QuoteBench(),
        new PrintBench(),
        new DestroyBench(),
        new StartBench(program, packed),
        new MemoryBench(program),
        new EngineBench(program.flags()),
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
