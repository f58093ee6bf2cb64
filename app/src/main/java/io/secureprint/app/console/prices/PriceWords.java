// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Discount;
import io.secureprint.agent.pricing.Example;
import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceChange;
import io.secureprint.agent.pricing.PriceFault;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;

import org.jspecify.annotations.Nullable;

/// Figures, their changes and examples in words.
record PriceWords(Messages messages) {
  private static final String NOTHING = "–";

  String figure(Figure figure) {
    return messages.text(
        switch (figure) {
          case FROM -> Phrase.PRICES_FROM;
          case MONO_ONE -> Phrase.PRICES_MONO_ONE;
          case MONO_TWO -> Phrase.PRICES_MONO_TWO;
          case COLOUR_ONE -> Phrase.PRICES_COLOUR_ONE;
          case COLOUR_TWO -> Phrase.PRICES_COLOUR_TWO;
          case SHEET -> Phrase.PRICES_SHEET;
          case MINIMUM -> Phrase.PRICES_MINIMUM;
          case PERCENT -> Phrase.PRICES_DISCOUNT;
          case NAME -> Phrase.PRICES_DISCOUNT_NAME;
        });
  }

  String fault(String where, PriceFault fault) {
    CodeWords said = messages.code(fault.name());
    return messages.text(Phrase.PRICES_FAULT, where, said.what(), said.next());
  }

  /// `A4 · black-and-white, one side`.
  String field(PriceField field) {
    return where(field.paper(), field.figure());
  }

  String place(PriceChange change) {
    return switch (change) {
      case PriceChange.Reduction _ -> messages.text(Phrase.PRICES_DISCOUNT);
      case PriceChange.Price(var place, _, _) ->
          place.from() == 1
              ? where(place.paper(), place.figure())
              : messages.text(
                  Phrase.PRICES_PLACE_FROM, where(place.paper(), place.figure()), place.from());
    };
  }

  String difference(PriceChange change) {
    return switch (change) {
      case PriceChange.Price(_, Paise before, Paise after) ->
          messages.text(Phrase.PRICES_CHANGE, amount(before), amount(after));
      case PriceChange.Reduction(Discount before, Discount after) ->
          messages.text(Phrase.PRICES_CHANGE, discount(before), discount(after));
    };
  }

  String example(Example example) {
    if (example.colour() > 0) {
      return messages.text(Phrase.PRICES_EXAMPLE_MIXED, example.colour(), example.mono());
    }
    return messages.text(
        example.duplex() ? Phrase.PRICES_EXAMPLE_TWO : Phrase.PRICES_EXAMPLE_ONE, example.mono());
  }

  private String where(String paper, Figure figure) {
    return paper.isEmpty()
        ? figure(figure)
        : messages.text(Phrase.PRICES_PLACE, messages.paper(paper), figure(figure));
  }

  private static String amount(@Nullable Paise paise) {
    return paise == null ? NOTHING : paise.inRupees();
  }

  private String discount(@Nullable Discount discount) {
    return discount == null
        ? NOTHING
        : messages.text(Phrase.PRICES_OFF, discount.name(), discount.percent());
  }
}
