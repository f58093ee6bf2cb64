// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.observe.History;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A demonstration in numbers. `successRate` is how many of those who came have their sheets, from 0
/// to 1.
public record Figures(
    int customers, int printed, double successRate, List<StageFigures> stages, List<ErrorCount> errors) {
  public Figures {
    stages = List.copyOf(stages);
    errors = List.copyOf(errors);
  }

  /// `history` is the shop's own; what a customer met and the shop did not count is added.
  static Figures of(List<CustomerReport> reports, List<History.Row> history) {
    List<CustomerReport> played = reports.stream().filter(CustomerReport::played).toList();
    int printed = (int) played.stream().filter(CustomerReport::printed).count();
    return new Figures(
        played.size(),
        printed,
        played.isEmpty() ? 0 : (double) printed / played.size(),
        Arrays.stream(Phase.values()).flatMap(phase -> stage(phase, played)).toList(),
        errors(played, history));
  }

  private static Stream<StageFigures> stage(Phase phase, List<CustomerReport> played) {
    long[] sorted =
        played.stream()
            .flatMap(report -> report.stages().stream())
            .filter(stage -> stage.stage().equals(phase.code()))
            .mapToLong(CustomerReport.Stage::ms)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? Stream.empty()
        : Stream.of(
            new StageFigures(
                phase.code(), sorted.length, percentile(sorted, 50), percentile(sorted, 95)));
  }

  /// The nearest rank: the least of the values that so many per cent of them do not exceed.
  static long percentile(long[] sorted, int percent) {
    return sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
  }

  private static List<ErrorCount> errors(List<CustomerReport> played, List<History.Row> history) {
    Map<String, Long> counts =
        Stream.concat(
                played.stream().flatMap(report -> report.codes().stream()),
                history.stream().flatMap(row -> Stream.ofNullable(row.code())))
            .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new ErrorCount(entry.getKey(), entry.getValue().intValue()))
        .toList();
  }

  /// How long a part of the way took half of the customers at most, and 95 of 100, in milliseconds.
  public record StageFigures(String stage, int count, long p50Ms, long p95Ms) {}

  public record ErrorCount(String code, int count) {}
}
