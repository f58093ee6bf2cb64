// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Digits;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.PriceDraft.Reading;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads one draft and gathers its faults.
final class DraftReader {
  private final PriceDraft draft;
  private final Map<PriceField, PriceFault> faults = new LinkedHashMap<>();

  DraftReader(PriceDraft draft) {
    this.draft = draft;
  }

  Reading read() {
    Map<Paper, PaperPrices> papers = new EnumMap<>(Paper.class);
    boolean any = false;
    for (Paper paper : Paper.values()) {
      if (!rows(paper.name()).isEmpty()) {
        any = true;
        paper(paper.name()).ifPresent(prices -> papers.put(paper, prices));
      }
    }
    if (!any) {
      fault(field(PriceDraft.PAPERS.getFirst(), 0, Figure.MONO_ONE), PriceFault.NO_PAPER_PRICED);
    }
    Optional<Paise> minimum = minimum();
    Optional<Discount> discount = discount();
    return faults.isEmpty()
        ? new Reading.Good(
            new PriceList(papers, minimum.orElseThrow(), discount.orElse(null)))
        : new Reading.Faulty(faults);
  }

  /// The rows of a paper in which something is typed.
  private NavigableSet<Integer> rows(String paper) {
    NavigableSet<Integer> rows = new TreeSet<>();
    for (PriceField field : draft.texts().keySet()) {
      if (field.paper().equals(paper) && !draft.text(field).isEmpty()) {
        rows.add(field.row());
      }
    }
    return rows;
  }

  private Optional<PaperPrices> paper(String paper) {
    SortedMap<Integer, Integer> rowByFrom = new TreeMap<>();
    rows(paper).tailSet(1).forEach(row -> addRow(rowByFrom, paper, row));
    List<Rate> rates =
        Figure.SIDES.stream().flatMap(figure -> rate(paper, figure, rowByFrom).stream()).toList();
    PriceField field = field(paper, 0, Figure.SHEET);
    Optional<Paise> sheet =
        draft.text(field).isEmpty() ? Optional.of(Paise.ZERO) : price(field, 0);
    return rates.size() < Figure.SIDES.size()
        ? Optional.empty()
        : sheet.map(
            each ->
                new PaperPrices(rates.get(0), rates.get(1), rates.get(2), rates.get(3), each));
  }

  private void addRow(SortedMap<Integer, Integer> rowByFrom, String paper, int row) {
    PriceField field = field(paper, row, Figure.FROM);
    Optional<Integer> from = number(field, 2, SheetPlan.MAX_SIDES);
    if (from.isEmpty()) {
      fault(field, PriceFault.BREAK_FROM_WRONG);
    } else if (rowByFrom.putIfAbsent(from.get(), row) != null) {
      fault(field, PriceFault.BREAK_TWICE);
    } else if (Figure.SIDES.stream().allMatch(f -> draft.text(field(paper, row, f)).isEmpty())) {
      fault(field, PriceFault.BREAK_EMPTY);
    }
  }

  /// With those breaks that can be taken.
  private Optional<Rate> rate(
      String paper, Figure figure, SortedMap<Integer, Integer> rowByFrom) {
    Optional<Paise> each = price(field(paper, 0, figure), 1);
    List<Rate.Break> breaks = new ArrayList<>();
    Paise before = each.orElse(PriceList.HIGHEST);
    for (Entry<Integer, Integer> row : rowByFrom.entrySet()) {
      PriceField field = field(paper, row.getValue(), figure);
      Optional<Paise> next = draft.text(field).isEmpty() ? Optional.empty() : price(field, 1);
      if (next.isPresent() && each.isPresent() && next.get().compareTo(before) >= 0) {
        fault(field, PriceFault.BREAK_NOT_CHEAPER);
      } else if (next.isPresent()) {
        before = next.get();
        breaks.add(new Rate.Break(row.getKey(), before));
      }
    }
    return each.map(plain -> new Rate(plain, breaks));
  }

  private Optional<Paise> minimum() {
    Optional<Paise> minimum = price(PriceField.MINIMUM, 0);
    if (minimum.isPresent() && minimum.get().compareTo(PriceList.LEAST_MINIMUM) < 0) {
      fault(PriceField.MINIMUM, PriceFault.MINIMUM_TOO_LOW);
    }
    return minimum;
  }

  private Optional<Discount> discount() {
    String name = draft.text(PriceField.NAME);
    if (name.isEmpty() && draft.text(PriceField.PERCENT).isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> percent = number(PriceField.PERCENT, 1, 99);
    if (percent.isEmpty()) {
      fault(PriceField.PERCENT, PriceFault.DISCOUNT_PERCENT_WRONG);
    }
    if (!Discount.isName(name)) {
      fault(PriceField.NAME, PriceFault.DISCOUNT_NAME_WRONG);
      return Optional.empty();
    }
    return percent.map(off -> new Discount(name, off));
  }

  private Optional<Paise> price(PriceField field, long least) {
    String text = draft.text(field);
    Optional<Paise> typed = Paise.ofRupees(text);
    if (text.isEmpty()) {
      fault(field, PriceFault.PRICE_MISSING);
    } else if (typed.isEmpty()) {
      fault(field, PriceFault.PRICE_NOT_AN_AMOUNT);
    } else if (typed.get().value() < least) {
      fault(field, PriceFault.PRICE_ZERO);
    } else if (typed.get().compareTo(PriceList.HIGHEST) > 0) {
      fault(field, PriceFault.PRICE_TOO_HIGH);
    }
    return faults.containsKey(field) ? Optional.empty() : typed;
  }

  private Optional<Integer> number(PriceField field, int least, int most) {
    String text = Digits.latin(draft.text(field));
    if (!text.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? Optional.empty() : Optional.of(number);
  }

  private static PriceField field(String paper, int row, Figure figure) {
    return new PriceField(paper, row, figure);
  }

  private void fault(PriceField field, PriceFault fault) {
    faults.putIfAbsent(field, fault);
  }
}
