// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often each key may ask: a bucket of `burst` requests that fills again at `perSecond`.
/// Thread-safe.
public final class Allowance {
  /// Longest unused buckets are forgotten above this, and are full when they come back.
  private static final int BUCKETS = 1_024;
  private static final double NANOS = 1e9;

  private final Rate rate;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>();

  public Allowance(Rate rate, InstantSource clock) {
    this.rate = rate;
    this.clock = clock;
  }

  /// Takes one request out of the bucket of `key`; where it is empty, tells for how long.
  public synchronized Optional<Duration> take(String key) {
    double now = clock.millis() / 1e3;
    Bucket before = buckets.remove(key);
    double level = before == null ? rate.burst() : filled(before, now);
    boolean taken = level >= 1;
    buckets.put(key, new Bucket(taken ? level - 1 : level, now));
    if (buckets.size() > BUCKETS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return taken
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) Math.ceil((1 - level) / rate.perSecond() * NANOS)));
  }

  /// A clock that is set back fills nothing.
  private double filled(Bucket bucket, double now) {
    double passed = Math.max(0, now - bucket.at());
    return Math.min(rate.burst(), bucket.level() + passed * rate.perSecond());
  }

  /// Requests per second in the long run, and at once; each at least 1.
  public record Rate(int perSecond, int burst) {
    public Rate {
      if (perSecond < 1 || burst < 1) {
        throw new IllegalArgumentException("nobody could ask: " + perSecond + ", " + burst);
      }
    }
  }

  private record Bucket(double level, double at) {}
}
