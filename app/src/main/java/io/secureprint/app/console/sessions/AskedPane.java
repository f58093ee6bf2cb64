// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What came of an action: done in green, refused with what happened, what to do, and the code.
final class AskedPane extends VBox {
  private final Messages messages;

  AskedPane(Messages messages) {
    this.messages = messages;
    setId("asked");
  }

  void show(Asked asked) {
    Shapes.show(this, !(asked instanceof Asked.Nothing));
    getChildren().clear();
    switch (asked) {
      case Asked.Nothing() -> {}
      case Asked.Working() -> getChildren().add(say(messages.text(Phrase.ASK_WORKING), "note"));
      case Asked.CashTaken(var amount) ->
          getChildren()
              .add(say(messages.text(Phrase.ASK_CASH_DONE, amount.inRupees()), "note-success"));
      case Asked.CreditUsed() ->
          getChildren().add(say(messages.text(Phrase.CREDIT_DONE), "note-success"));
      case Asked.Cancelled() ->
          getChildren().add(say(messages.text(Phrase.ASK_CANCEL_DONE), "note-success"));
      case Asked.Refused(String code) ->
          getChildren().add(Notice.of("note-danger", messages, code));
    }
  }

  private static Node say(String text, String style) {
    return stack(style, paragraph(text));
  }
}
