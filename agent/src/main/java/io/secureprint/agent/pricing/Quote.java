// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.SheetPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A frozen price for one exact plan of sheets. A change of anything makes another quote with
/// another id; nothing is ever paid or printed but a quote. `otherwise` is what the same sheets cost
/// in greys where these are in colour, and in colour where these are in greys; null where no page has
/// colour.
public record Quote(
    String id, SheetPlan plan, List<Part> parts, Paise total, @Nullable Paise otherwise) {
  public Quote {
    parts = List.copyOf(parts);
    Paise sum = parts.stream().map(Part::amount).reduce(Paise.ZERO, Paise::plus);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException("parts make " + sum + ", not " + total);
    }
  }

  /// Sheets without a choice between colour and greys.
  public Quote(String id, SheetPlan plan, List<Part> parts, Paise total) {
    this(id, plan, parts, total, null);
  }

  /// What is due in cash, which knows no paise.
  public Paise cash() {
    return total.roundedToRupee();
  }

  /// One line of the price: so many pages at so much each. A minimum or a rounding has a count of 1.
  public record Part(What what, boolean duplex, int count, Paise each, Paise amount) {}

  /// What a part is for; the code is the one of the wire.
  public enum What {
    MONO("mono"),
    COLOUR("colour"),
    MINIMUM("minimum");

    private final String code;

    What(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
