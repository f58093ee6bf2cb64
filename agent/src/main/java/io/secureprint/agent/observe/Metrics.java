// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.UnitOfWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The program's figures, in the text exposition format 0.0.4 of Prometheus. Own, because client
/// libraries refuse a gauge whose name ends in `_total`. Thread-safe.
public final class Metrics {
  /// The media type of [#text].
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  /// Sets of label values of one figure; what comes after that counts as [#OTHER].
  private static final int MOST_SERIES = 200;
  private static final String OTHER = "other";
  private static final int LONGEST_VALUE = 100;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final Map<String, Family> families = new TreeMap<>();

  /// Only ever grows.
  public Counter counter(String name, String help, String... labels) {
    Series<LongAdder> series = new Series<>(List.of(labels), LongAdder::new);
    add(name, help, "counter", lines -> series.each((values, sum) -> lines.add("", values, sum.sum())));
    return values -> series.at(values).increment();
  }

  /// How long something takes: count and sum, in seconds.
  public Timer timer(String name, String help, String... labels) {
    Series<Durations> series = new Series<>(List.of(labels), Durations::new);
    add(name, help, "summary", lines -> series.each((values, durations) -> {
      lines.add("_count", values, durations.count.sum());
      lines.add("_sum", values, durations.seconds.sum());
    }));
    return (seconds, values) -> series.at(values).add(seconds);
  }

  /// Counted elsewhere since the start; it only ever grows.
  public void counted(String name, String help, LongSupplier count) {
    add(name, help, "counter", lines -> lines.add("", Map.of(), count.getAsLong()));
  }

  /// Counted elsewhere since the start, by labels; `counts` has the labels' values in their order.
  public void counted(
      String name, String help, List<String> labels, Supplier<Map<List<String>, Long>> counts) {
    labelled(name, help, "counter", labels, counts);
  }

  /// As it is at the moment at which somebody asks.
  public void gauge(String name, String help, LongSupplier value) {
    add(name, help, "gauge", lines -> lines.add("", Map.of(), value.getAsLong()));
  }

  /// As it is at the moment, by one label.
  public void gauge(String name, String help, String label, Supplier<Map<String, Long>> values) {
    labelled(name, help, "gauge", List.of(label), () -> {
      Map<List<String>, Long> all = new LinkedHashMap<>();
      values.get().forEach((value, count) -> all.put(List.of(value), count));
      return all;
    });
  }

  /// All figures as they are now, but for those whose source does not answer.
  public String text() {
    StringBuilder text = new StringBuilder();
    Map<String, Family> now;
    synchronized (families) {
      now = new TreeMap<>(families);
    }
    now.forEach((name, family) -> {
      try {
        text.append(family.text(name));
      } catch (UnitOfWork.Unavailable e) {
        LOG.debug("no {} without the store", name, e);
      }
    });
    return text.toString();
  }

  private void labelled(
      String name,
      String help,
      String type,
      List<String> labels,
      Supplier<Map<List<String>, Long>> values) {
    add(name, help, type, lines -> values.get().entrySet().stream().limit(MOST_SERIES)
        .forEach(each -> lines.add("", named(labels, each.getKey()), each.getValue())));
  }

  private void add(String name, String help, String type, Source source) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a figure: " + name);
    }
    synchronized (families) {
      if (families.put(name, new Family(help, type, source)) != null) {
        throw new IllegalArgumentException("there twice: " + name);
      }
    }
  }

  private static Map<String, String> named(List<String> labels, List<String> values) {
    if (labels.size() != values.size()) {
      throw new IllegalArgumentException("values " + values + " for the labels " + labels);
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String value = values.get(i);
      named.put(
          labels.get(i),
          value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
    }
    return named;
  }

  private static void line(
      StringBuilder text, String name, Map<String, String> labels, Number value) {
    text.append(name);
    String comma = "{";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(comma).append(label.getKey()).append("=\"")
          .append(escaped(label.getValue(), true)).append('"');
      comma = ",";
    }
    text.append(labels.isEmpty() ? "" : "}").append(' ').append(value).append('\n');
  }

  private static String escaped(String text, boolean quoted) {
    String plain = text.replace("\\", "\\\\").replace("\n", "\\n");
    return quoted ? plain.replace("\"", "\\\"") : plain;
  }

  /// Counts one more thing, by its labels' values in their order.
  @FunctionalInterface
  public interface Counter {
    void count(String... values);
  }

  /// Notes how long one thing took.
  @FunctionalInterface
  public interface Timer {
    void took(double seconds, String... values);
  }

  @FunctionalInterface
  private interface Source {
    void write(Lines lines);
  }

  @FunctionalInterface
  private interface Lines {
    void add(String suffix, Map<String, String> labels, Number value);
  }

  private record Family(String help, String type, Source source) {
    String text(String name) {
      StringBuilder text = new StringBuilder();
      text.append("# HELP ").append(name).append(' ').append(escaped(help, false)).append('\n');
      text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
      source.write((suffix, labels, value) -> line(text, name + suffix, labels, value));
      return text.toString();
    }
  }

  private static final class Durations {
    private final LongAdder count = new LongAdder();
    private final DoubleAdder seconds = new DoubleAdder();

    void add(double more) {
      count.increment();
      seconds.add(more);
    }
  }

  /// One value for each set of labels' values, of which there are only so many.
  private static final class Series<V> {
    private final List<String> labels;
    private final Supplier<V> fresh;
    private final ConcurrentMap<List<String>, V> values = new ConcurrentHashMap<>();

    Series(List<String> labels, Supplier<V> fresh) {
      this.labels = labels;
      this.fresh = fresh;
      if (labels.isEmpty()) {
        values.put(List.of(), fresh.get());
      }
    }

    V at(String... given) {
      List<String> key = List.of(given);
      var _ = named(labels, key);
      boolean room = values.containsKey(key) || values.size() < MOST_SERIES;
      List<String> counted = room ? key : labels.stream().map(_ -> OTHER).toList();
      return values.computeIfAbsent(counted, _ -> fresh.get());
    }

    void each(Each<V> action) {
      values.forEach((key, value) -> action.on(named(labels, key), value));
    }
  }

  @FunctionalInterface
  private interface Each<V> {
    void on(Map<String, String> labels, V value);
  }
}
