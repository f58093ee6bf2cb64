// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.emptyState;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.GuardedPromises;
import io.secureprint.app.fx.Phrase;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the shop promises and when it is open, once the owner is here.
final class PromisesPane extends BorderPane {
  private final PromisesViewModel model;
  private final OutcomePane outcome;
  private final PolicyPane policies;
  private final HoursPane hours;
  private final ScrollPane open;
  private final Button opener;
  private final VBox closed;
  private final Subscription following;

  PromisesPane(PromisesViewModel model, BoardWords words) {
    this.model = model;
    this.outcome = new OutcomePane(words);
    this.policies = new PolicyPane(model, words);
    this.hours = new HoursPane(model, words);
    HBox both = new HBox(32, policies, hours);
    open = new ScrollPane(both);
    open.setFitToWidth(true);
    open.setFocusTraversable(false);
    open.getStyleClass().add("plain-scroll");
    opener = new Button(words.text(Phrase.PROMISES_OPEN), icon(Feather.UNLOCK));
    opener.setId("promises-open");
    opener.setOnAction(_ -> model.onOpen());
    closed =
        stack(
            "promises-closed",
            emptyState(
                Feather.LOCK,
                words.text(Phrase.PROMISES_CLOSED),
                words.text(Phrase.PROMISES_CLOSED_HINT)),
            opener);
    closed.setAlignment(Pos.CENTER);
    setTop(outcome);
    following =
        Subscription.combine(
            model.rules().subscribe(this::show), model.outcome().subscribe(this::tell));
  }

  /// Puts the keyboard where a person starts, and asks for the owner where need be.
  void focusEntry() {
    model.onOpen();
    if (model.rules().get() == null) {
      opener.requestFocus();
    } else {
      policies.focusEntry();
    }
  }

  void close() {
    following.unsubscribe();
    policies.close();
    hours.close();
  }

  private void show(GuardedPromises.@Nullable Rules rules) {
    setCenter(rules == null ? closed : open);
    if (rules != null) {
      policies.show(rules.policies());
    }
  }

  private void tell(Outcome told) {
    outcome.show(told);
    policies.showFaults();
    hours.showFaults();
  }
}
