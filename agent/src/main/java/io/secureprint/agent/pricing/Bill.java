// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.agent.pricing.Quote.What;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Writes down the parts of one price, one after the other.
final class Bill {
  private final List<Part> parts = new ArrayList<>();

  List<Part> parts() {
    return parts;
  }

  /// Sides at their plain price, then what a break takes off it.
  void addSides(PaperPrices prices, Job job, boolean colour) {
    int sides = colour ? job.colour() : job.mono();
    if (sides == 0) {
      return;
    }
    Rate rate = prices.rate(colour, job.duplex());
    Paise plain = rate.each().times(sides);
    add(colour ? What.COLOUR : What.MONO, job.duplex(), sides, rate.each(), plain);
    Rate.Charge charge = rate.charge(sides);
    if (!charge.total().equals(plain)) {
      add(What.BREAK, job.duplex(), charge.sides(), charge.each(), plain.minus(charge.total()));
    }
  }

  void addPaper(Paise sheet, int sheets) {
    if (!sheet.equals(Paise.ZERO)) {
      add(What.PAPER, false, sheets, sheet, sheet.times(sheets));
    }
  }

  void takeOff(@Nullable Discount discount) {
    if (discount == null) {
      return;
    }
    Paise off = discount.off(Part.sum(parts));
    if (!off.equals(Paise.ZERO)) {
      parts.add(
          new Part(What.DISCOUNT, false, discount.percent(), off, off, discount.name()));
    }
  }

  void raiseTo(Paise minimum) {
    Paise sum = Part.sum(parts);
    if (sum.compareTo(minimum) < 0) {
      Paise rest = minimum.minus(sum);
      add(What.MINIMUM, false, 1, rest, rest);
    }
  }

  private void add(What what, boolean duplex, int count, Paise each, Paise amount) {
    parts.add(new Part(what, duplex, count, each, amount, null));
  }
}
