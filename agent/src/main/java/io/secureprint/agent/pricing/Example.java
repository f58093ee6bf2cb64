// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.driver.api.Paper;

import java.util.List;
import java.util.Optional;

/// A job as customers bring it, to see what a list makes of it: so many pages in black-and-white and
/// in colour, on one side or on both.
public record Example(int mono, int colour, boolean duplex) {
  public static final List<Example> USUAL =
      List.of(new Example(10, 0, false), new Example(47, 3, true), new Example(200, 0, true));

  /// Empty when the paper of that name is not offered.
  public Optional<Paise> total(PriceList list, String paper) {
    Paper on = Paper.valueOf(paper);
    return list.offers(on)
        ? Optional.of(Part.sum(list.parts(Job.pages(on, duplex, mono, colour))))
        : Optional.empty();
  }
}
