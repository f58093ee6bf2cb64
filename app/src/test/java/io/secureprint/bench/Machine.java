// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/// Where and when figures were taken. `load` is the load average of the minute before.
record Machine(LocalDate date, String cpu, int cores, String kernel, String java, double load) {
  static Machine now() throws IOException {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor.version") + ", " + System.getProperty("java.vm.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "Measured %s on %s, %d cores, %s, JDK %s; load before %.1f.",
        date, cpu, cores, kernel, java, load);
  }

  private static String cpuModel() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
