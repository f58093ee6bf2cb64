// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.SheetPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A frozen price for one exact plan of sheets, by the price list of that `version`. A change of
/// anything makes another quote with another id; nothing is ever paid or printed but a quote.
/// `otherwise` is what the same sheets cost in greys where these are in colour, and in colour where
/// these are in greys; null where no page has colour.
public record Quote(
    String id,
    SheetPlan plan,
    List<Part> parts,
    Paise total,
    @Nullable Paise otherwise,
    int version) {
  public Quote {
    parts = List.copyOf(parts);
    Paise sum = Part.sum(parts);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException("parts make " + sum + ", not " + total);
    }
  }

  /// What is due in cash, which knows no paise.
  public Paise cash() {
    return total.roundedToRupee();
  }

  /// One line of the price: so many at so much each. A minimum has a count of 1. The count of a break
  /// is of the sides that are charged, which just below a break are more than there are; the count of
  /// a discount is its percent, and it alone has a `name`.
  public record Part(
      What what, boolean duplex, int count, Paise each, Paise amount, @Nullable String name) {
    /// In paise; below zero where it is taken off.
    public long signed() {
      return what.off ? -amount.value() : amount.value();
    }

    static Paise sum(List<Part> parts) {
      return new Paise(parts.stream().mapToLong(Part::signed).sum());
    }
  }

  /// What a part is for.
  public enum What {
    MONO(false),
    COLOUR(false),
    /// Taken off, since there are many sides.
    BREAK(true),
    PAPER(false),
    DISCOUNT(true),
    MINIMUM(false);

    private final boolean off;

    What(boolean off) {
      this.off = off;
    }
  }
}
