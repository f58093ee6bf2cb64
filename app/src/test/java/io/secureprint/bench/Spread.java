// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.util.List;
import java.util.Locale;

/// The middle of some figures, the quarters between which half of them lie, and what 19 of 20 stay
/// below.
record Spread(double low, double median, double high, double most) {
  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), at(sorted, 0.95));
  }

  /// Between two figures, the point on the line from one to the other.
  private static double at(List<Double> sorted, double part) {
    double place = part * (sorted.size() - 1);
    double below = sorted.get((int) Math.floor(place));
    double above = sorted.get((int) Math.ceil(place));
    return below + (above - below) * (place - Math.floor(place));
  }

  /// Three digits or so, and the quarters in brackets.
  String text() {
    return text(decimals(median));
  }

  String mostText() {
    return String.format(Locale.ROOT, "%." + decimals(most) + "f", most);
  }

  private static int decimals(double figure) {
    return figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  }

  String text(int decimals) {
    String number = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + "–" + number + ")", median, low, high);
  }
}
