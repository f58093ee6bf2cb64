// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What a document worker has been asked and has not answered yet. Thread-safe.
final class Requests {
  private final Map<Integer, Consumer<PlanAnswer>> plans = new HashMap<>();
  private final Map<Integer, Stream> streams = new HashMap<>();
  private int last;

  synchronized int next() {
    return ++last;
  }

  synchronized int plan(Consumer<PlanAnswer> answer) {
    plans.put(++last, answer);
    return last;
  }

  synchronized int stream(SealedSink sink) {
    streams.put(++last, new Stream(sink));
    return last;
  }

  synchronized List<Integer> open() {
    List<Integer> open = new ArrayList<>(plans.keySet());
    open.addAll(streams.keySet());
    return open;
  }

  void planned(int request, PlanAnswer answer) {
    takePlan(request).ifPresent(waiting -> waiting.accept(answer));
  }

  void started(int request, long size, int chunks) {
    stream(request).ifPresent(stream -> stream.started(size, chunks));
  }

  void chunk(int request, int index, byte[] sealed) {
    Optional<Stream> stream = stream(request);
    if (stream.isPresent() && stream.get().last(index)) {
      takeStream(request);
    }
    stream.ifPresent(open -> open.sink.chunk(index, sealed));
  }

  void refused(int request, String code) {
    takeStream(request).ifPresent(stream -> stream.sink.refused(code));
    planned(request, new PlanAnswer.Refused(code));
  }

  private synchronized Optional<Consumer<PlanAnswer>> takePlan(int request) {
    return Optional.ofNullable(plans.remove(request));
  }

  private synchronized Optional<Stream> stream(int request) {
    return Optional.ofNullable(streams.get(request));
  }

  private synchronized Optional<Stream> takeStream(int request) {
    return Optional.ofNullable(streams.remove(request));
  }

  /// A sealed stream under way, and how long it will be.
  private static final class Stream {
    private final SealedSink sink;
    private volatile int chunks = Integer.MAX_VALUE;

    Stream(SealedSink sink) {
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
