// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// One contender in one JVM. What it finds it says on its standard output, each on a line that begins
/// with a word in capitals.
public final class Race {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final AtomicLong keys = new AtomicLong(System.nanoTime());
  private final Contender contender;

  private Race(Contender contender) {
    this.contender = contender;
  }

  /// Arguments: what to do, the contender, a folder for its database; for `run` the number of clients
  /// and the seconds to warm up and to measure, for `idle` the seconds, for `hold` the number of
  /// journeys.
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[2]);
    List<Integer> numbers =
        List.of(arguments).subList(3, arguments.length).stream().map(Integer::valueOf).toList();
    switch (arguments[0]) {
      case "run" -> new Race(Contender.open(arguments[1], folder)).run(numbers);
      case "idle" -> new Race(Contender.open(arguments[1], folder)).idle(numbers.getFirst());
      case "hold" -> new Race(new OwnEngine(folder, true)).hold(numbers.getFirst());
      case "resume" -> System.out.println("MOVED " + new OwnEngine(folder, false).resume());
      default -> throw new IllegalArgumentException("cannot " + arguments[0]);
    }
    // Without what a JVM does when it ends: clients of the contenders are still at work.
    Runtime.getRuntime().halt(0);
  }

  private void run(List<Integer> numbers) throws Exception {
    first();
    int clients = numbers.get(0);
    figures(clients, Duration.ofSeconds(numbers.get(1)));
    System.out.println("FIGURES " + figures(clients, Duration.ofSeconds(numbers.get(2))));
  }

  private void idle(int seconds) throws Exception {
    first();
    // What the start leaves to be done, compiling above all, is no rest.
    LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
    long before = SYSTEM.getProcessCpuTime();
    LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    double share = (SYSTEM.getProcessCpuTime() - before) / 1e9 / seconds;
    System.out.println(String.format(Locale.ROOT, "IDLE %.6f", share));
  }

  private void hold(int journeys) throws Exception {
    for (int number = 0; number < journeys; number++) {
      var _ = journey();
    }
    // Until the slowest of them has come to its step and the next tick has carried it to the disk.
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
    System.out.println("HELD");
    while (true) {
      LockSupport.park();
    }
  }

  private void first() throws Exception {
    journey().get();
    System.out.println("FIRST");
  }

  private Future<Void> journey() throws Exception {
    return contender.journey("journey-" + keys.getAndIncrement());
  }

  /// Journeys a second, CPU milliseconds a journey, p50 and p99 in milliseconds, MiB of heap.
  private String figures(int clients, Duration time) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    List<Long> took = journeys(clients, start + time.toNanos());
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMillis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
    Collections.sort(took);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return String.format(
        Locale.ROOT,
        "%.2f %.4f %.3f %.3f %.2f",
        took.size() / seconds,
        cpuMillis / took.size(),
        took.get(took.size() / 2) / 1e6,
        took.get(took.size() * 99 / 100) / 1e6,
        heap / 1048576.0);
  }

  private List<Long> journeys(int clients, long until) throws Exception {
    List<Future<List<Long>>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < clients; client++) {
        all.add(threads.submit(() -> client(until)));
      }
    }
    List<Long> took = new ArrayList<>();
    for (Future<List<Long>> client : all) {
      took.addAll(client.get());
    }
    return took;
  }

  /// One journey after the other; how long each took, in nanoseconds.
  private List<Long> client(long until) throws Exception {
    List<Long> took = new ArrayList<>();
    for (long start = System.nanoTime(); start - until < 0; start = System.nanoTime()) {
      journey().get();
      took.add(System.nanoTime() - start);
    }
    return took;
  }
}
