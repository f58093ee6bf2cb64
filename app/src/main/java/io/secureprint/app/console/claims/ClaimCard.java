// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.Owed.Way;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// One claim: how much, why, the one way to settle it, and the other ways behind a switch.
final class ClaimCard extends VBox {
  private final ClaimsViewModel model;
  private final Messages messages;
  private final ClaimTile claim;
  private final ToggleButton more = new ToggleButton();

  ClaimCard(ClaimsViewModel model, TimeWords words, ClaimTile claim) {
    this.model = model;
    this.messages = words.messages();
    this.claim = claim;
    getStyleClass().add("claim-card");
    Label amount = label(claim.amount().inRupees(), "claim-amount");
    amount.setMinWidth(USE_PREF_SIZE);
    HBox line =
        row(
            "claim-line",
            icon(Feather.ALERT_TRIANGLE, "claim-icon"),
            amount,
            reason(words));
    List<Way> others = ClaimsViewModel.others(claim);
    if (!others.isEmpty()) {
      more.setText(messages.text(Phrase.CLAIM_OTHER));
      more.getStyleClass().add("claim-more");
      more.graphicProperty()
          .bind(
              more.selectedProperty()
                  .map(shown -> icon(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN)));
      more.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(more);
    }
    if (ClaimsViewModel.mayBePrinted(claim)) {
      line.getChildren().add(button(Way.PRINTED, "hold-quiet"));
    }
    line.getChildren().add(button(ClaimsViewModel.first(claim), "hold-money"));
    getChildren().addAll(line, others(others));
  }

  /// Whether the other ways are in sight.
  ToggleButton more() {
    return more;
  }

  /// One line for what did not print and one for all of it, the same way under the same way.
  private GridPane others(List<Way> ways) {
    GridPane pane = new GridPane();
    pane.getStyleClass().add("claim-others");
    for (Way way : ways) {
      int line = ClaimsViewModel.isPart(way) ? 0 : 1;
      if (pane.getChildren().stream().noneMatch(node -> GridPane.getRowIndex(node) == line)) {
        pane.add(label(messages.text(line == 0 ? Phrase.CLAIM_PART : Phrase.CLAIM_WHOLE)), 0, line);
      }
      HoldButton button = button(way, "hold-quiet");
      button.setMaxWidth(Double.MAX_VALUE);
      pane.add(button, column(way), line);
    }
    more.selectedProperty().subscribe(shown -> Shapes.show(pane, shown));
    return pane;
  }

  private static int column(Way way) {
    return switch (way) {
      case GATEWAY, GATEWAY_PART -> 1;
      case HAND, HAND_PART -> 2;
      case CREDIT, CREDIT_PART, PRINTED -> 3;
    };
  }

  private VBox reason(TimeWords words) {
    CodeWords said = messages.code(claim.code());
    String since = words.age(claim.since(), model.now());
    String name = messages.name(claim.name());
    String who =
        claim.sides() == 0
            ? messages.text(Phrase.CLAIM_WHO, name, since)
            : messages.text(Phrase.CLAIM_WHO_SIDES, name, since, claim.sides());
    VBox text = stack("claim-text", paragraph(said.what(), "strong"), paragraph(who));
    Paise rest = claim.amount().without(claim.ways().byGateway());
    if (ClaimsViewModel.first(claim) == Way.GATEWAY && !rest.equals(Paise.ZERO)) {
      text.getChildren().add(label(messages.text(Phrase.CLAIM_REST, rest.inRupees())));
    }
    text.getChildren().add(label(messages.text(Phrase.CODE, claim.code()), "muted", "small"));
    HBox.setHgrow(text, Priority.ALWAYS);
    return text;
  }

  private HoldButton button(Way way, String style) {
    HoldButton button =
        new HoldButton(() -> model.onSettle(claim, way), messages.text(Phrase.HOLD_TIP));
    button.setText(text(way));
    button.getStyleClass().addAll(style, "claim-button");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private String text(Way way) {
    String amount = ClaimsViewModel.amount(claim, way).inRupees();
    return switch (way) {
      case GATEWAY -> messages.text(Phrase.CLAIM_SENT, claim.ways().byGateway().inRupees());
      case GATEWAY_PART -> messages.text(Phrase.CLAIM_SENT, amount);
      case HAND, HAND_PART -> messages.text(Phrase.CLAIM_RETURNED, amount);
      case CREDIT, CREDIT_PART -> messages.text(Phrase.CLAIM_CREDIT, amount);
      case PRINTED -> messages.text(Phrase.CLAIM_PRINTED);
    };
  }
}
