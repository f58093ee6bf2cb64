// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.pricing.PriceField;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/// One figure of the price list as a field.
final class PriceInput extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final PriceForm form;
  private final PriceField field;
  private final Subscription following;

  PriceInput(PriceForm form, PriceField field, String says) {
    this.form = form;
    this.field = field;
    setId(id(field));
    setAccessibleText(says);
    getStyleClass().add("price-input");
    textProperty().bindBidirectional(form.text(field));
    following =
        Subscription.combine(
            form.told().subscribe(told -> pseudoClassStateChanged(WRONG, told.containsKey(field))),
            focusedProperty().subscribe((_, focused) -> onFocus(focused)));
  }

  static String id(PriceField field) {
    return String.join(
        "-", "price", field.paper(), Integer.toString(field.row()), field.figure().name());
  }

  PriceField field() {
    return field;
  }

  /// Lets go of the form, which outlives this field.
  void close() {
    following.unsubscribe();
    textProperty().unbindBidirectional(form.text(field));
  }

  private void onFocus(boolean focused) {
    if (focused) {
      form.enter(field);
      selectAll();
    } else {
      form.leave(field);
    }
  }
}
