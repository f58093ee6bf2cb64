// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Discount;
import io.secureprint.agent.pricing.PaperPrices;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.agent.pricing.Prices;
import io.secureprint.agent.pricing.Rate;
import io.secureprint.driver.api.Paper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Price lists in memory: four versions, and what a person publishes.
public final class SamplePrices implements Prices {
  public final List<PriceVersion> versions = new ArrayList<>();
  public final List<String> asked = new ArrayList<>();
  public final Observable<PriceView> view;
  public @Nullable String refusal;

  public SamplePrices() {
    PriceVersion first = version(1, "config.toml", "", 0, list(200, 900, null), days(90));
    PriceVersion second =
        version(2, "console", "Paper is dearer", 0, list(250, 900, null), days(41));
    PriceVersion third =
        version(
            3, "console", "Student week", 0,
            list(250, 850, new Discount("Student week", 10)), days(9));
    versions.addAll(List.of(first, second, third));
    versions.add(version(4, "console", "", 2, list(250, 900, null), days(2)));
    view = new Observable<>(look());
  }

  @Override
  public Observable<PriceView> view() {
    return view;
  }

  @Override
  public List<PriceVersion> versions() {
    return versions.reversed();
  }

  @Override
  public Answer publish(Publication wanted, String actor) {
    asked.add(
        "publish on " + wanted.basedOn() + " '" + wanted.note() + "' " + wanted.validFrom() + " "
            + actor);
    return add(wanted.list(), wanted.note(), wanted.validFrom(), 0, actor);
  }

  @Override
  public Answer revert(Reversion wanted, String actor) {
    asked.add("revert " + wanted.number() + " on " + wanted.basedOn() + " " + actor);
    return add(versions.get(wanted.number() - 1).list(), "", null, wanted.number(), actor);
  }

  /// Somebody at another counter was faster.
  public void publishElsewhere(@Nullable PriceList list) {
    add(list, "", null, 0, "ravi");
  }

  /// A4 with bulk prices, A3 without, and nothing else.
  public static PriceList list(long mono, long colourTwo, @Nullable Discount discount) {
    PaperPrices a4 =
        new PaperPrices(
            rate(mono, 100, 150), rate(150, 100, 120), rate(1_000, 50, 800),
            rate(colourTwo, 50, 700, 100, 450), Paise.ZERO);
    PaperPrices a3 =
        new PaperPrices(rate(600), rate(500), rate(2_500), rate(2_200), new Paise(200));
    return new PriceList(
        Map.of(Paper.A4, a4, Paper.A3, a3), new Paise(200), discount);
  }

  /// All that a price list may have.
  public static PriceList fullest() {
    PaperPrices a4 =
        new PaperPrices(rate(25_000), rate(12_500), rate(25_000), rate(20_000), new Paise(50));
    return new PriceList(
        Map.of(Paper.A4, a4),
        new Paise(200),
        new Discount("Student and teacher week of the college", 10));
  }

  private Answer add(
      @Nullable PriceList list, String note, @Nullable Instant from, int reverts, String actor) {
    if (refusal != null) {
      return new Answer.Refused(refusal);
    }
    PriceVersion made = version(versions.size() + 1, actor, note, reverts, list, Duration.ZERO);
    versions.add(
        from == null
            ? made
            : new PriceVersion(
                made.number(), from, made.createdAt(), actor, note, reverts, list));
    view.set(look());
    return new Answer.Published(made.number());
  }

  private PriceView look() {
    PriceVersion running =
        versions().stream()
            .filter(version -> !version.validFrom().isAfter(SampleShop.NOW))
            .findFirst()
            .orElseThrow();
    return new PriceView(running, versions.getLast());
  }

  private static PriceVersion version(
      int number, String author, String note, int reverts, @Nullable PriceList list, Duration ago) {
    Instant at = SampleShop.NOW.minus(ago);
    return new PriceVersion(number, at, at, author, note, reverts, list);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Rate rate(long each, int... breaks) {
    List<Rate.Break> read = new ArrayList<>();
    for (int at = 0; at < breaks.length; at += 2) {
      read.add(new Rate.Break(breaks[at], new Paise(breaks[at + 1])));
    }
    return new Rate(new Paise(each), read);
  }
}
