// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Observable;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks at all parts at once. One that does not answer in time is told as silent, and holds up
/// neither the others nor the next look.
public final class HealthCheck implements Health, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);
  /// So many silences in a row.
  private static final int BROKEN = 3;

  private final List<Asking> askings;
  private final InstantSource clock;
  private final Duration patience;
  private final Observable<Report> report;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("health-", 0).factory());

  /// @param patience how long one look may take
  public HealthCheck(List<Probe> probes, InstantSource clock, Duration patience) {
    this.askings = probes.stream().map(Asking::new).toList();
    this.clock = clock;
    this.patience = patience;
    this.report = new Observable<>(new Report(clock.instant(), List.of()));
  }

  @Override
  public Observable<Report> report() {
    return report;
  }

  @Override
  public synchronized void look() {
    long until = System.nanoTime() + patience.toNanos();
    askings.forEach(asking -> asking.begin(threads));
    List<Part> parts = new ArrayList<>();
    askings.forEach(asking -> parts.addAll(asking.answer(until)));
    report.set(new Report(clock.instant(), parts));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// How parts of one kind are looked at, however long it takes.
  public record Probe(Kind kind, Callable<List<Part>> look) {}

  /// One probe, which is never asked a second time while it has not answered.
  private static final class Asking {
    private final Probe probe;
    private @Nullable Future<List<Part>> running;
    private int silences;

    Asking(Probe probe) {
      this.probe = probe;
    }

    void begin(ExecutorService threads) {
      if (running == null || running.isDone()) {
        running = threads.submit(probe.look());
      }
    }

    List<Part> answer(long until) {
      try {
        long left = Math.max(0, until - System.nanoTime());
        List<Part> parts =
            running == null ? List.of() : running.get(left, TimeUnit.NANOSECONDS);
        silences = 0;
        return parts;
      } catch (TimeoutException _) {
        return silent();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return silent();
      } catch (ExecutionException e) {
        LOG.error("{} could not be looked at", probe.kind(), e);
        return silent();
      }
    }

    /// What stores what customers trust us with is not trusted itself while it stays silent. A slow PC
    /// is silent now and then, a broken disk every time.
    private List<Part> silent() {
      silences++;
      boolean stores = probe.kind() == Kind.DATABASE || probe.kind() == Kind.DISK;
      boolean broken = stores && silences >= BROKEN;
      return List.of(Part.failed(probe.kind(), broken ? "STORAGE_FAILED" : "PART_SILENT"));
    }
  }
}
