// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.journey.RefundTile;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What is on its way back to customers: how much, whose, and how far it is. The newest are in sight.
final class RefundRows extends VBox {
  private static final int IN_SIGHT = 2;

  private final Messages messages;

  RefundRows(Messages messages) {
    this.messages = messages;
    getStyleClass().add("refunds");
  }

  void show(List<RefundTile> refunds) {
    Shapes.show(this, !refunds.isEmpty());
    int hidden = Math.max(0, refunds.size() - IN_SIGHT);
    HBox title = row("refund-title", label(messages.text(Phrase.REFUNDS_TITLE), "section"));
    if (hidden > 0) {
      title.getChildren().add(label(messages.text(Phrase.REFUNDS_MORE, hidden), "muted"));
    }
    getChildren().setAll(title);
    refunds.stream().skip(hidden).map(this::line).forEach(getChildren()::add);
  }

  private Node line(RefundTile refund) {
    Phrase state =
        switch (refund.state()) {
          case SENDING -> Phrase.REFUND_SENDING;
          case PENDING -> Phrase.REFUND_PENDING;
          case PROCESSED -> Phrase.REFUND_PROCESSED;
        };
    Feather picture =
        refund.state() == RefundTile.State.PROCESSED ? Feather.CHECK : Feather.CORNER_UP_LEFT;
    return row(
        "refund-row",
        icon(picture),
        label(refund.amount().inRupees(), "strong"),
        label(refund.name()),
        gap(),
        label(messages.text(state), "muted"));
  }
}
