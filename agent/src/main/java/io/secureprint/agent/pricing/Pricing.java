// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.agent.pricing.Quote.What;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;

import java.util.ArrayList;
import java.util.List;

/// Prices a plan of sheets by the price list. Only printed sides cost; blank backs do not.
public final class Pricing {
  private final PriceList prices;
  private final Ids ids;

  public Pricing(PriceList prices, Ids ids) {
    this.prices = prices;
    this.ids = ids;
  }

  /// The papers that have a price.
  public List<Paper> papers() {
    return prices.papers();
  }

  public Quote quote(SheetPlan plan) {
    List<Part> parts = parts(plan);
    SheetPlan other = plan.inColour(!plan.layout().colour());
    return new Quote(
        ids.hex128(), plan, parts, sum(parts), plan.hasColour() ? sum(parts(other)) : null);
  }

  private List<Part> parts(SheetPlan plan) {
    List<Part> parts = new ArrayList<>();
    addPages(parts, plan, What.MONO, false);
    addPages(parts, plan, What.COLOUR, true);
    Paise pages = sum(parts);
    if (pages.compareTo(prices.minimum()) < 0) {
      Paise rest = new Paise(prices.minimum().value() - pages.value());
      parts.add(new Part(What.MINIMUM, false, 1, rest, rest));
    }
    return parts;
  }

  private static Paise sum(List<Part> parts) {
    return parts.stream().map(Part::amount).reduce(Paise.ZERO, Paise::plus);
  }

  private void addPages(List<Part> parts, SheetPlan plan, What what, boolean colour) {
    long once =
        plan.oneCopy().stream().filter(side -> counts(side, colour)).count();
    int count = (int) once * plan.copies();
    if (count > 0) {
      boolean duplex = plan.sides().duplex();
      Paise each = prices.page(plan.paper(), colour, duplex);
      parts.add(new Part(what, duplex, count, each, each.times(count)));
    }
  }

  private static boolean counts(SheetSide side, boolean colour) {
    return !side.blank() && side.colour() == colour;
  }
}
