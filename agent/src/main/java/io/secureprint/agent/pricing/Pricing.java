// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.PriceAnswer.Priced;
import io.secureprint.agent.pricing.PriceAnswer.Refused;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Prices plans of sheets by the version of the price list that runs at that moment. Where it cannot
/// be read nothing has a price: no older version speaks for it.
public final class Pricing {
  /// The running version cannot be read.
  public static final String UNREADABLE = "PRICES_UNREADABLE";

  private final Supplier<PriceVersion> running;
  private final Ids ids;

  public Pricing(Supplier<PriceVersion> running, Ids ids) {
    this.running = running;
    this.ids = ids;
  }

  /// The papers that have a price, in the order in which they are offered.
  public List<Paper> papers() {
    PriceList list = running.get().list();
    return list == null ? List.of() : List.copyOf(list.papers().keySet());
  }

  public PriceAnswer quote(SheetPlan plan) {
    return quote(plan, null);
  }

  /// The price for a customer who has a discount of their own.
  public PriceAnswer quote(SheetPlan plan, @Nullable Discount own) {
    PriceVersion version = running.get();
    PriceList list = version.list();
    if (list == null) {
      return new Refused(UNREADABLE);
    }
    if (!list.offers(plan.paper())) {
      return new Refused("PAPER_NOT_OFFERED");
    }
    List<Part> parts = list.parts(Job.of(plan), own);
    return new Priced(
        new Quote(
            ids.hex128(), plan, parts, Part.sum(parts), otherwise(list, plan, own), version.number()));
  }

  /// With colour the other way round; null where no page has any.
  private static @Nullable Paise otherwise(
      PriceList list, SheetPlan plan, @Nullable Discount own) {
    SheetPlan other = plan.inColour(!plan.layout().colour());
    return plan.hasColour() ? Part.sum(list.parts(Job.of(other), own)) : null;
  }

  /// Whether this quote would have the same prices if it were made now.
  public boolean isCurrent(Quote quote) {
    return quote.version() == running.get().number();
  }

  /// Why nothing can be priced just now.
  public Optional<String> trouble() {
    return running.get().isReadable() ? Optional.empty() : Optional.of(UNREADABLE);
  }
}
