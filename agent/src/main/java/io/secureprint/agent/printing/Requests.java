// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.PrintOptions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What a document worker has been asked and has not answered yet. Thread-safe.
final class Requests {
  private final Map<Integer, Plan> plans = new HashMap<>();
  private final Map<Integer, Flow> streams = new HashMap<>();
  private int last;

  synchronized int next() {
    return ++last;
  }

  synchronized int plan(PrintOptions options, Consumer<PlanAnswer> answer) {
    plans.put(++last, new Plan(options, answer));
    return last;
  }

  synchronized int stream(SealedSink sink) {
    streams.put(++last, new Flow(sink));
    return last;
  }

  synchronized boolean isOpen(int stream) {
    return streams.containsKey(stream);
  }

  /// The oldest that is open.
  synchronized OptionalInt oldest() {
    return Stream.concat(plans.keySet().stream(), streams.keySet().stream())
        .mapToInt(Integer::intValue)
        .min();
  }

  /// The open plans with their options.
  synchronized Map<Integer, PrintOptions> plans() {
    Map<Integer, PrintOptions> open = new TreeMap<>();
    plans.forEach((request, plan) -> open.put(request, plan.options));
    return open;
  }

  synchronized List<Integer> streams() {
    return List.copyOf(streams.keySet());
  }

  void planned(int request, PlanAnswer answer) {
    takePlan(request).ifPresent(plan -> plan.answer.accept(answer));
  }

  void started(int request, long size, int chunks) {
    stream(request).ifPresent(stream -> stream.started(size, chunks));
  }

  void chunk(int request, int index, byte[] sealed) {
    Optional<Flow> stream = stream(request);
    if (stream.isPresent() && stream.get().last(index)) {
      takeStream(request);
    }
    stream.ifPresent(open -> open.sink.chunk(index, sealed));
  }

  void kept(int request) {
    takeStream(request);
  }

  void refused(int request, String code) {
    takeStream(request).ifPresent(stream -> stream.sink.refused(code));
    planned(request, new PlanAnswer.Refused(code));
  }

  private synchronized Optional<Plan> takePlan(int request) {
    return Optional.ofNullable(plans.remove(request));
  }

  private synchronized Optional<Flow> stream(int request) {
    return Optional.ofNullable(streams.get(request));
  }

  private synchronized Optional<Flow> takeStream(int request) {
    return Optional.ofNullable(streams.remove(request));
  }

  private record Plan(PrintOptions options, Consumer<PlanAnswer> answer) {}

  /// A sealed stream under way, and how long it will be.
  private static final class Flow {
    private final SealedSink sink;
    private volatile int chunks = Integer.MAX_VALUE;

    Flow(SealedSink sink) {
      this.sink = sink;
    }

    void started(long size, int count) {
      chunks = count;
      sink.started(size, count);
    }

    boolean last(int index) {
      return index == chunks - 1;
    }
  }
}
