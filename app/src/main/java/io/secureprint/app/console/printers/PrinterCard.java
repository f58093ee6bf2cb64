// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.PrinterTile.Action;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;

/// One printer with its buttons, which stay the same nodes while what it says changes.
final class PrinterCard extends VBox {
  private final PrintersViewModel model;
  private final Messages messages;
  private final PrinterNeeds needs;
  private final PrinterFacts facts;
  private final Label name = label("", "detail-title");
  private final StackPane mark = new StackPane();
  private final Button resume;
  private final Button testSheet;
  private final Button look;
  private final OutcomePane outcome;
  private @Nullable PrinterTile shown;

  PrinterCard(PrintersViewModel model, TimeWords words) {
    this.model = model;
    this.messages = words.messages();
    this.needs = new PrinterNeeds(words);
    this.facts = new PrinterFacts(messages);
    this.outcome = new OutcomePane(messages);
    this.resume = button(Phrase.PRINTER_RESUME, Feather.PLAY, Outcome.Wish.RESUME);
    this.testSheet = button(Phrase.PRINTER_TEST, Feather.FILE_TEXT, Outcome.Wish.TEST_SHEET);
    this.look = button(Phrase.PRINTER_LOOK, Feather.REFRESH_CW, Outcome.Wish.LOOK);
    resume.getStyleClass().add("accent");
    getStyleClass().add("printer-card");
    HBox.setHgrow(needs, Priority.ALWAYS);
    HBox body = row("printer-body", needs, facts);
    body.setFillHeight(false);
    getChildren()
        .addAll(
            row(
                "printer-head",
                icon(Feather.PRINTER, "printer-icon"),
                name,
                mark,
                gap(),
                resume,
                testSheet,
                look),
            stack("printer-outcome", outcome),
            body);
  }

  void show(PrinterTile tile) {
    shown = tile;
    name.setText(tile.name());
    mark.getChildren().setAll(PrinterMark.of(tile, messages).drawn());
    Shapes.show(resume, tile.actions().contains(Action.RESUME));
    Shapes.show(testSheet, tile.actions().contains(Action.TEST_SHEET));
    needs.show(tile, model.now());
    facts.show(tile);
    say(model.asked().get());
  }

  /// What was asked of another printer only keeps this one's buttons waiting.
  void say(PrintersViewModel.Asked asked) {
    boolean mine = shown != null && asked.printer().equals(shown.id());
    outcome.show(mine ? asked.outcome() : new Outcome.Nothing());
    boolean waiting = asked.outcome() instanceof Outcome.Working;
    List.of(resume, testSheet, look).forEach(button -> button.setDisable(waiting));
  }

  void focus() {
    (resume.isVisible() ? resume : look).requestFocus();
  }

  private Button button(Phrase says, Feather picture, Outcome.Wish wish) {
    Button button = new Button(messages.text(says), icon(picture));
    button.setId("printer-" + wish.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> ask(wish));
    return button;
  }

  private void ask(Outcome.Wish wish) {
    if (shown != null) {
      model.onAsk(shown, wish);
    }
  }
}
