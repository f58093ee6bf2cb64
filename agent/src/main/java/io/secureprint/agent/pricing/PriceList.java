// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.driver.api.Paper;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the shop charges: on each paper that it offers, the least a job costs, and a discount, if
/// there is one. The discount is taken off first; what is left is raised to the minimum.
public record PriceList(
    Map<Paper, PaperPrices> papers, Paise minimum, @Nullable Discount discount) {
  /// No price is higher (₹250.00), so that the largest job stays an amount of money.
  public static final Paise HIGHEST = new Paise(25_000);

  /// No job costs less (₹1.00): no gateway takes less, and cash knows no paise.
  public static final Paise LEAST_MINIMUM = new Paise(100);

  public PriceList {
    papers = Collections.unmodifiableMap(new EnumMap<>(papers));
    if (papers.isEmpty()) {
      throw new IllegalArgumentException("a price list without a paper");
    }
    check("minimum charge", minimum, LEAST_MINIMUM.value());
  }

  static void check(String what, Paise price, long least) {
    if (price.value() < least || price.compareTo(HIGHEST) > 0) {
      throw new IllegalArgumentException(what + ": " + price);
    }
  }

  /// The first of the papers: A4 where it is offered, which most people want.
  public Priced main() {
    Map.Entry<Paper, PaperPrices> first = papers.entrySet().iterator().next();
    return new Priced(first.getKey().name(), first.getValue());
  }

  public boolean offers(Paper paper) {
    return papers.containsKey(paper);
  }

  /// A paper, by its name, and what it costs.
  public record Priced(String paper, PaperPrices prices) {}

  /// The parts of a job's price, in the order in which people read them, without a rounding but the
  /// discount's. The paper must be one that is offered.
  List<Part> parts(Job job) {
    return parts(job, null);
  }

  /// The same with the customer's `own` discount, taken off after everybody's.
  List<Part> parts(Job job, @Nullable Discount own) {
    PaperPrices prices = papers.get(job.paper());
    if (prices == null) {
      throw new IllegalArgumentException(job.paper() + " is not offered");
    }
    Bill bill = new Bill();
    bill.addSides(prices, job, false);
    bill.addSides(prices, job, true);
    bill.addPaper(prices.sheet(), job.sheets());
    bill.takeOff(discount);
    bill.takeOff(own);
    bill.raiseTo(minimum);
    return bill.parts();
  }
}
