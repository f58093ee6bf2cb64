// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// One figure that only grows while the agent lives, apart for each combination of its labels, as
/// Prometheus counts. Thread-safe.
public final class Tally {
  /// Combinations; what is beyond them is counted as `other`, so that no caller can fill the memory.
  private static final int MOST = 1_000;
  private static final String OTHER = "other";

  private final String name;
  private final List<String> labels;
  private final Map<List<String>, LongAdder> counts = new ConcurrentHashMap<>();

  public Tally(String name, String... labels) {
    this.name = name;
    this.labels = List.of(labels);
  }

  /// As in `outbox_events_processed_total`.
  public String name() {
    return name;
  }

  public List<String> labels() {
    return labels;
  }

  /// One more with these values, in the order of the labels.
  public void count(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(name + " has the labels " + labels);
    }
    List<String> key = List.of(values);
    if (counts.size() >= MOST && !counts.containsKey(key)) {
      key = labels.stream().map(_ -> OTHER).toList();
    }
    counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
  }

  /// How often, by the values of the labels, in the order of the values.
  public Map<List<String>, Long> counts() {
    Map<List<String>, Long> sorted =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    counts.forEach((values, count) -> sorted.put(values, count.sum()));
    return sorted;
  }
}
