// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `docs/benchmarks.md`: one section for each benchmark, kept until that benchmark runs again.
final class Report {
  private static final String MARK = "\n## ";
  private static final String HEAD =
      """
      # Benchmarks

      Written by `./sps bench`; `./sps bench NAME` measures one section again. Each figure is a ratio
      against a peer or a floor that was measured in the same run, in turns (first, second, first,
      second, …): the absolute figures are of this machine, the ratios say something. A ratio is the
      median of the ratios of all pairs; in brackets, here and everywhere, the quarters between which
      half of them lie.
      """;

  private final List<String> order;
  private final Map<String, String> sections;

  private Report(List<String> order, Map<String, String> sections) {
    this.order = order;
    this.sections = sections;
  }

  /// The report so far, if there is one. Sections that are not in `order` are dropped.
  static Report read(Path file, List<String> order) throws IOException {
    Map<String, String> sections = new HashMap<>();
    String text = Files.exists(file) ? Files.readString(file) : "";
    for (int at = text.indexOf(MARK); at >= 0; ) {
      int next = text.indexOf(MARK, at + 1);
      String section = text.substring(at + MARK.length(), next < 0 ? text.length() : next);
      int title = section.indexOf('\n');
      sections.put(section.substring(0, title), section.substring(title).strip());
      at = next;
    }
    return new Report(order, sections);
  }

  /// The same with new figures for one benchmark.
  Report with(Bench bench, String figures) {
    Map<String, String> changed = new HashMap<>(sections);
    changed.put(bench.name(), bench.explanation().strip() + "\n\n" + figures);
    return new Report(order, changed);
  }

  void write(Path file) throws IOException {
    List<String> parts = new ArrayList<>(List.of(HEAD));
    for (String name : order) {
      if (sections.containsKey(name)) {
        parts.add("## " + name + "\n\n" + sections.get(name) + "\n");
      }
    }
    Files.writeString(file, String.join("\n", parts));
  }
}
