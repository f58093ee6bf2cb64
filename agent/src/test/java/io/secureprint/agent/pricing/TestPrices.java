// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;

import java.util.Map;

/// Price lists for tests of other rooms.
public final class TestPrices {
  private TestPrices() {}

  /// One price for everything on A4.
  public static PriceList flat(long paise) {
    return new PriceList(Map.of(Paper.A4, paper(paise, 0)), new Paise(200), null);
  }

  /// One price for every side.
  static PaperPrices paper(long paise, long sheet) {
    Rate rate = Rate.of(new Paise(paise));
    return new PaperPrices(rate, rate, rate, rate, new Paise(sheet));
  }
}
