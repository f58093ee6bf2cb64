// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.bench.Racer.Figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The workflow engine against engines that one could have taken instead.
final class EngineBench implements Bench {
  private static final List<Integer> CLIENTS = List.of(1, 8, 64);
  private static final List<String> PEERS = List.of("flowable", "db-scheduler");
  private static final String OURS = "engine";
  private static final int ROUNDS = 3;
  private static final int WARM_SECONDS = 8;
  private static final int SECONDS = 6;
  private static final int HELD = 1_000;

  private final List<String> flags;
  private final Map<String, List<Figures>> taken = new HashMap<>();

  EngineBench(List<String> flags) {
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String explanation() {
    return """
        A journey of seven steps that do nothing but return a small fact, every step written down in a
        transaction of its own before the next begins, on our engine with its finaliser as an eighth
        step, against embedded Flowable 8 with asynchronous service tasks and against bare
        db-scheduler with a task for each step, each on H2 in a JVM of its own with the flags of the
        shop. The peers' H2 has no write delay, so that a commit outlives the process, but nobody asks
        the disk to keep it. Ours survives a power cut: an end is told when it is on the disk, and the
        steps before it get there with it, or within 200 ms. Flowable keeps a history, as ours does;
        db-scheduler keeps none. CPU is that of the whole process.

        Start is from the start of the JVM to the end of the first journey on a new database; heap is
        what is left after a collection under 64 clients; jars are those that classes come from, for
        ours with the whole agent; idle is what the process takes of a core while nobody wants
        anything. Resume is from the start of a JVM, after kill -9 amid %d journeys, until
        the last of them has ended, against the start for one journey; *installed* is with an AOT
        cache, as the package has one.
        """
        .formatted(HELD);
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    Racer racer = new Racer(flags, folder);
    List<Comparison> rows = new ArrayList<>();
    for (int clients : CLIENTS) {
      race(racer, clients);
      for (String peer : PEERS) {
        rows.addAll(underLoad(peer, clients));
      }
    }
    for (String peer : PEERS) {
      rows.add(compared("start to the first end", peer, 1, "ms", Figures::startMillis));
      rows.add(compared("heap", peer, 64, "MiB", Figures::heap));
      rows.add(once("jars", peer, "MiB", racer::jars));
    }
    rows.add(once("idle", "flowable", "% of a core", racer::idle));
    rows.add(resume("", racer, List.of()));
    rows.add(resume(", installed", racer, racer.trained(HELD)));
    return rows;
  }

  /// All contenders in turn, so many times.
  private void race(Racer racer, int clients) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      for (String contender : List.of(OURS, "flowable", "db-scheduler")) {
        taken
            .computeIfAbsent(contender + clients, _ -> new ArrayList<>())
            .add(racer.run(contender, clients, WARM_SECONDS, SECONDS));
      }
    }
  }

  private List<Comparison> underLoad(String peer, int clients) {
    String of = clients == 1 ? ", 1 client" : ", " + clients + " clients";
    return List.of(
        compared("journeys a second" + of, peer, clients, "/s", Figures::perSecond),
        compared("CPU of a journey" + of, peer, clients, "ms", Figures::cpuMillis),
        compared("journey, half of them" + of, peer, clients, "ms", Figures::p50),
        compared("journey, 99 of 100" + of, peer, clients, "ms", Figures::p99));
  }

  private Comparison compared(
      String what, String peer, int clients, String unit, ToDoubleFunction<Figures> figure) {
    List<Figures> ours = taken.getOrDefault(OURS + clients, List.of());
    List<Figures> theirs = taken.getOrDefault(peer + clients, List.of());
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      pairs.add(
          new Comparison.Pair(
              figure.applyAsDouble(ours.get(round)), figure.applyAsDouble(theirs.get(round))));
    }
    return new Comparison(what, peer, unit, pairs);
  }

  private static Comparison once(String what, String peer, String unit, Asked asked)
      throws IOException {
    return new Comparison(
        what, peer, unit, List.of(new Comparison.Pair(asked.of(OURS), asked.of(peer))));
  }

  private static Comparison resume(String how, Racer racer, List<String> options)
      throws Exception {
    return Comparison.interleaved(
        new Comparison.Subject("resume of " + HELD + how, () -> racer.resume(options, HELD)),
        new Comparison.Subject("start", () -> racer.start(options)),
        "ms",
        new Comparison.Rounds(0, ROUNDS));
  }

  /// Something to be asked of a contender.
  @FunctionalInterface
  private interface Asked {
    double of(String contender) throws IOException;
  }
}
