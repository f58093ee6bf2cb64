// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.form.Kind;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What was said, at a glance, before the shop opens.
final class DonePage {
  private DonePage() {}

  static SetupPage of(SetupViewModel model, Messages messages) {
    VBox facts =
        stack(
            "setup-facts",
            fact(messages, Phrase.SET_SHOP_NAME, model.said("shop.name")),
            fact(messages, Phrase.SET_UPI, upi(model, messages)),
            fact(messages, Phrase.TOPIC_PRINTER, printer(model, messages)),
            fact(messages, Phrase.SET_MONO_ONE, rupees(model, "prices.monoOne")),
            fact(messages, Phrase.SET_COLOUR_ONE, rupees(model, "prices.colourOne")),
            fact(messages, Phrase.SETUP_OWNER_NAME, model.owner().get()));
    return new SetupPage(facts, () -> {}, () -> {});
  }

  private static Node fact(Messages messages, Phrase name, String value) {
    return row("fact", label(messages.text(name), "muted"), gap(), label(value, "strong"));
  }

  private static String upi(SetupViewModel model, Messages messages) {
    String address = model.said("upi.address");
    return address.isEmpty() ? messages.text(Phrase.SETUP_CASH_ONLY) : address;
  }

  private static String printer(SetupViewModel model, Messages messages) {
    return switch (model.said("printer.kind")) {
      case "folder" -> messages.text(Phrase.PRINTER_FOLDER_NAME);
      case "ipp" -> model.said("printer.uri");
      default -> model.said("printer.queue");
    };
  }

  private static String rupees(SetupViewModel model, String setting) {
    return "₹" + Kind.RUPEES.shown(model.said(setting));
  }
}
