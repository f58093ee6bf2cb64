// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Figure;
import io.secureprint.agent.pricing.PriceDraft;
import io.secureprint.agent.pricing.PriceDraft.Reading;
import io.secureprint.agent.pricing.PriceFault;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.Rate;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The fields of a price list while it is typed. A fault is told once its field has been left, so
/// that nothing turns red under the fingers.
final class PriceForm {
  private final Map<PriceField, StringProperty> texts = new HashMap<>();
  private final Map<String, ObservableList<Integer>> rows = new HashMap<>();
  private final Set<PriceField> visited = new HashSet<>();
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(new PriceDraft(Map.of()).read());
  private final ReadOnlyObjectWrapper<Map<PriceField, PriceFault>> told =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<String> paper =
      new ReadOnlyObjectWrapper<>(PriceDraft.PAPERS.getFirst());
  private @Nullable PriceField entered;
  private boolean loading;

  /// Puts these figures into the fields.
  void load(PriceList list) {
    Map<PriceField, String> next = PriceDraft.of(list).texts();
    loading = true;
    visited.clear();
    texts.forEach((field, text) -> text.set(next.getOrDefault(field, "")));
    next.forEach((field, text) -> text(field).set(text));
    for (String each : PriceDraft.PAPERS) {
      rows(each)
          .setAll(
              IntStream.rangeClosed(1, Rate.MOST_BREAKS)
                  .filter(row -> next.containsKey(new PriceField(each, row, Figure.FROM)))
                  .boxed()
                  .toList());
    }
    loading = false;
    read();
  }

  StringProperty text(PriceField field) {
    return texts.computeIfAbsent(field, _ -> {
      StringProperty text = new SimpleStringProperty("");
      text.subscribe((_, _) -> read());
      return text;
    });
  }

  /// The rows with breaks of a paper, in the order in which they are shown.
  ObservableList<Integer> rows(String ofPaper) {
    return rows.computeIfAbsent(ofPaper, _ -> FXCollections.observableArrayList());
  }

  /// What the fields come to.
  ReadOnlyObjectProperty<Reading> reading() {
    return reading.getReadOnlyProperty();
  }

  /// The faults that are to be seen.
  ReadOnlyObjectProperty<Map<PriceField, PriceFault>> told() {
    return told.getReadOnlyProperty();
  }

  /// The first fault there is, seen or not, but not of the field where the person is.
  Optional<Entry<PriceField, PriceFault>> firstFault() {
    return reading.get() instanceof Reading.Faulty(Map<PriceField, PriceFault> faults)
        ? faults.entrySet().stream()
            .filter(fault -> !fault.getKey().equals(entered))
            .findFirst()
        : Optional.empty();
  }

  /// The paper at which the person is.
  ReadOnlyObjectProperty<String> paper() {
    return paper.getReadOnlyProperty();
  }

  /// Empty when there are as many rows as there may be.
  Optional<PriceField> addRow(String toPaper) {
    ObservableList<Integer> present = rows(toPaper);
    Optional<Integer> free =
        IntStream.rangeClosed(1, Rate.MOST_BREAKS)
            .boxed()
            .filter(row -> !present.contains(row))
            .findFirst();
    free.ifPresent(present::add);
    return free.map(row -> new PriceField(toPaper, row, Figure.FROM));
  }

  void removeRow(String ofPaper, Integer row) {
    rows(ofPaper).removeIf(row::equals);
    text(new PriceField(ofPaper, row, Figure.FROM)).set("");
    Figure.SIDES.forEach(figure -> text(new PriceField(ofPaper, row, figure)).set(""));
  }

  void enter(PriceField field) {
    entered = field;
    if (!field.paper().isEmpty()) {
      paper.set(field.paper());
    }
    tell();
  }

  /// An amount that can be read is written as it was understood.
  void leave(PriceField field) {
    visited.add(field);
    if (field.equals(entered)) {
      entered = null;
    }
    StringProperty text = text(field);
    if (isAmount(field.figure())) {
      Paise.ofRupees(text.get()).map(PriceDraft::text).ifPresent(text::set);
    }
    tell();
  }

  private static boolean isAmount(Figure figure) {
    return Figure.SIDES.contains(figure) || figure == Figure.SHEET || figure == Figure.MINIMUM;
  }

  private void read() {
    if (!loading) {
      Map<PriceField, String> typed = new HashMap<>();
      texts.forEach((field, text) -> typed.put(field, text.get()));
      reading.set(new PriceDraft(typed).read());
      tell();
    }
  }

  private void tell() {
    Map<PriceField, PriceFault> seen = new LinkedHashMap<>();
    if (reading.get() instanceof Reading.Faulty(Map<PriceField, PriceFault> faults)) {
      faults.forEach((field, fault) -> {
        if (visited.contains(field) && !field.equals(entered)) {
          seen.put(field, fault);
        }
      });
    }
    told.set(seen);
  }
}
