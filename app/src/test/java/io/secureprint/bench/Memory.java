// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What a process occupies, in mebibytes: all of its pages (RSS), and those with each shared page
/// divided among its users (PSS), see proc_pid_smaps_rollup(5).
record Memory(double rss, double pss) {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final double STILL = 0.005;
  private static final int MOST_LOOKS = 60;

  /// Looks until the process has come to rest: three looks in a row that hardly differ.
  static Memory settled(long pid) throws IOException {
    Memory last = of(pid);
    int still = 0;
    for (int look = 0; look < MOST_LOOKS && still < 3; look++) {
      LockSupport.parkNanos(BETWEEN.toNanos());
      Memory now = of(pid);
      still = Math.abs(now.rss - last.rss) <= STILL * last.rss ? still + 1 : 0;
      last = now;
    }
    return last;
  }

  static Memory of(long pid) throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
    return new Memory(mebibytes(lines, "Rss:"), mebibytes(lines, "Pss:"));
  }

  private static double mebibytes(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("kB", "").strip())
        .mapToDouble(Double::parseDouble)
        .map(kibibytes -> kibibytes / 1024)
        .findFirst()
        .orElseThrow();
  }
}
