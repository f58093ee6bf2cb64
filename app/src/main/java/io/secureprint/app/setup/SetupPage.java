// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import io.secureprint.app.form.Form;
import io.secureprint.app.form.FormView;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.printers.PrinterPicker;

import javafx.scene.Node;

/// What one step asks for.
///
/// @param toFocus puts the keyboard where a person starts
/// @param closing lets go of the view model
record SetupPage(Node root, Runnable toFocus, Runnable closing) {
  static SetupPage of(Step step, SetupViewModel model, Messages messages) {
    return switch (step) {
      case WELCOME -> WelcomePage.of(model, messages);
      case SHOP -> form(model.shop(), messages);
      case UPI -> form(model.upi(), messages);
      case PRINTER -> printer(model, messages);
      case PRICES -> form(model.prices(), messages);
      case OWNER -> OwnerPage.of(model, messages);
      case DONE -> DonePage.of(model, messages);
    };
  }

  void focus() {
    toFocus.run();
  }

  void close() {
    closing.run();
  }

  private static SetupPage form(Form form, Messages messages) {
    FormView view = new FormView(form, messages);
    return new SetupPage(view, view::focusEntry, view::close);
  }

  private static SetupPage printer(SetupViewModel model, Messages messages) {
    PrinterPicker picker = new PrinterPicker(model.printers(), messages);
    return new SetupPage(picker, picker::focusEntry, picker::close);
  }
}
