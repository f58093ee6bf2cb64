// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One thing of ours measured against another, in pairs: the two figures of a pair were taken one
/// right after the other, so that what the machine did meanwhile hit both.
record Comparison(String what, String against, String unit, List<Pair> pairs) {
  Comparison {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(what + ": nothing was measured");
    }
  }

  /// Takes both figures so many times in turn, after `unmeasured` rounds that warm both up.
  static Comparison interleaved(Subject ours, Subject theirs, String unit, Rounds rounds)
      throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int round = -rounds.unmeasured(); round < rounds.measured(); round++) {
      Pair pair = new Pair(ours.figure().take(), theirs.figure().take());
      if (round >= 0) {
        pairs.add(pair);
      }
    }
    return new Comparison(ours.name(), theirs.name(), unit, pairs);
  }

  Spread ratio() {
    return Spread.of(pairs.stream().map(pair -> pair.ours() / pair.theirs()).toList());
  }

  Spread ours() {
    return Spread.of(pairs.stream().map(Pair::ours).toList());
  }

  Spread theirs() {
    return Spread.of(pairs.stream().map(Pair::theirs).toList());
  }

  /// A row of the table under [#HEAD].
  String row() {
    return String.format(
        Locale.ROOT,
        "| **%s** | %s | %s | %s %s | %s %s | %s %s | %d |",
        ratio().text(2),
        what,
        against,
        ours().text(),
        unit,
        ours().mostText(),
        unit,
        theirs().text(),
        unit,
        pairs.size());
  }

  static final String HEAD =
      """
      | ratio | of | to | first | 19 of 20 below | second | n |
      |---|---|---|---|---|---|---|""";

  /// Both figures in the same unit.
  record Pair(double ours, double theirs) {
    Pair {
      if (!(ours > 0) || !(theirs > 0)) {
        throw new IllegalArgumentException("no figures: " + ours + ", " + theirs);
      }
    }
  }

  /// Something that gives a figure each time it is asked.
  record Subject(String name, Figure figure) {}

  @FunctionalInterface
  interface Figure {
    double take() throws Exception;
  }

  record Rounds(int unmeasured, int measured) {}
}
