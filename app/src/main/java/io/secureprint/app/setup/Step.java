// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import io.secureprint.app.fx.Phrase;

import java.util.List;

/// The pages of the assistant, in their order.
enum Step {
  WELCOME(Phrase.SETUP_WELCOME, Phrase.SETUP_WELCOME_HINT),
  SHOP(Phrase.SETUP_SHOP, Phrase.SETUP_SHOP_HINT),
  UPI(Phrase.SETUP_UPI, Phrase.SETUP_UPI_HINT),
  PRINTER(Phrase.SETUP_PRINTER, Phrase.SETUP_PRINTER_HINT),
  PRICES(Phrase.SETUP_PRICES, Phrase.SETUP_PRICES_HINT),
  OWNER(Phrase.SETUP_OWNER, Phrase.SETUP_OWNER_HINT),
  DONE(Phrase.SETUP_DONE, Phrase.SETUP_DONE_HINT);

  private static final List<Step> WAY = List.of(values());

  private final Phrase title;
  private final Phrase hint;

  Step(Phrase title, Phrase hint) {
    this.title = title;
    this.hint = hint;
  }

  Phrase title() {
    return title;
  }

  Phrase hint() {
    return hint;
  }

  Step next() {
    return WAY.get(WAY.indexOf(this) + 1);
  }

  Step before() {
    return WAY.get(WAY.indexOf(this) - 1);
  }
}
