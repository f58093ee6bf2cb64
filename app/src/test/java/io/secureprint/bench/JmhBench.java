// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pairs of JMH benchmarks, each in a fresh JVM of its own each time.
record JmhBench(String name, String explanation, List<Pairing> pairings) implements Bench {
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(0, 5);
  private static final TimeValue SECOND = TimeValue.seconds(1);

  static JmhBench seal() {
    String of = "io.secureprint.agent.intake.SealBenchmark.";
    return new JmhBench(
        "seal",
        """
        Sealing for the wire against the JDK's own ChaCha20-Poly1305 over the same bytes, with a
        cipher object and a key object that are made once. Ours makes sure that no copy of a key
        outlives it, and derives chunk keys once per segment.
        """,
        List.of(
            new Pairing("4 KiB record sealed", of + "record", "bare cipher", of + "recordBare"),
            new Pairing("64 KiB chunk sealed", of + "chunk", "bare cipher", of + "chunkBare")));
  }

  static JmhBench ipp() {
    String of = "io.secureprint.driver.ipp.IppCodecBenchmark.";
    return new JmhBench(
        "ipp",
        """
        The IPP codec against jipp's, over an answer that tells of one job.
        """,
        List.of(
            new Pairing("message written", of + "encode", "jipp", of + "jippEncode"),
            new Pairing("message read", of + "decode", "jipp", of + "jippDecode")));
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    List<Comparison> comparisons = new ArrayList<>();
    for (Pairing pairing : pairings) {
      comparisons.add(
          Comparison.interleaved(
              new Comparison.Subject(pairing.ours(), () -> score(pairing.oursMethod())),
              new Comparison.Subject(pairing.theirs(), () -> score(pairing.theirsMethod())),
              "µs",
              ROUNDS));
    }
    return comparisons;
  }

  /// Mean time of one call, in microseconds.
  private static double score(String method) throws Exception {
    Options options =
        new OptionsBuilder()
            .include("^" + method.replace(".", "\\.") + "$")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(SECOND)
            .measurementIterations(3)
            .measurementTime(SECOND)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getScore();
  }

  /// Two methods of a JMH class, by their full names, and what they are called in the report.
  record Pairing(String ours, String oursMethod, String theirs, String theirsMethod) {}
}
