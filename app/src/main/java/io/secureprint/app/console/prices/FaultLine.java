// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.pricing.PriceFault;
import io.secureprint.agent.pricing.PriceField;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Predicate;

/// Under a row: the first thing that is wrong in it, where, and what to do.
final class FaultLine extends HBox {
  private final PriceWords words;
  private final Predicate<PriceField> mine;
  private final Subscription following;

  FaultLine(PriceForm form, Messages messages, Predicate<PriceField> mine) {
    this.words = new PriceWords(messages);
    this.mine = mine;
    getStyleClass().add("price-fault");
    setAlignment(Pos.CENTER_LEFT);
    following = form.told().subscribe(this::show);
  }

  /// Lets go of the form, which outlives this line.
  void close() {
    following.unsubscribe();
  }

  private void show(Map<PriceField, PriceFault> told) {
    getChildren().clear();
    told.entrySet().stream()
        .filter(fault -> mine.test(fault.getKey()))
        .findFirst()
        .ifPresent(this::say);
    Shapes.show(this, !getChildren().isEmpty());
  }

  private void say(Entry<PriceField, PriceFault> fault) {
    Paragraph text =
        paragraph(words.fault(words.figure(fault.getKey().figure()), fault.getValue()));
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon(Feather.ALERT_CIRCLE), text);
  }
}
