// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Tells what happens, as it happens, one thing at a time. Thread-safe.
final class Story {
  private final InstantSource clock;
  private final Instant start;
  private final Consumer<Told> listener;

  Story(InstantSource clock, Consumer<Told> listener) {
    this.clock = clock;
    this.start = clock.instant();
    this.listener = listener;
  }

  Instant start() {
    return start;
  }

  Duration sofar() {
    return Duration.between(start, clock.instant());
  }

  synchronized void tell(@Nullable Person who, Moment what, Object... with) {
    listener.accept(new Told(sofar(), who, what, List.of(with)));
  }
}
