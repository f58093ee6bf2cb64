// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.PrinterTile.Abilities;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// What a printer can do, how sheets get to it, and what it still has of ink or toner.
final class PrinterFacts extends VBox {
  private static final int LOW = 10;

  private final Messages messages;

  PrinterFacts(Messages messages) {
    this.messages = messages;
    getStyleClass().add("printer-facts");
  }

  void show(PrinterTile tile) {
    getChildren().clear();
    Abilities abilities = tile.abilities();
    if (abilities != null) {
      getChildren().add(paragraph(can(abilities)));
    }
    getChildren().add(paragraph(messages.text(way(tile.way().path())), "muted"));
    tile.supplies().forEach(level -> getChildren().add(supply(level)));
  }

  private String can(Abilities abilities) {
    List<String> said = new ArrayList<>();
    if (!abilities.model().isEmpty()) {
      said.add(abilities.model());
    }
    said.add(messages.text(abilities.colour() ? Phrase.PRINTER_COLOUR : Phrase.PRINTER_MONO));
    said.add(messages.text(abilities.duplex() ? Phrase.PRINTER_DUPLEX : Phrase.PRINTER_ONE_SIDE));
    said.addAll(abilities.papers());
    return String.join(" · ", said);
  }

  private static Phrase way(String path) {
    return switch (path) {
      case "folder" -> Phrase.PRINTER_TO_FOLDER;
      case "ipp" -> Phrase.PRINTER_ITSELF;
      default -> Phrase.PRINTER_BY_QUEUE;
    };
  }

  private static Node supply(PrinterTile.Level level) {
    ProgressBar bar = new ProgressBar(level.percent() / 100.0);
    bar.getStyleClass().add(level.percent() <= LOW ? "supply-low" : "supply");
    bar.setMaxWidth(Double.MAX_VALUE);
    return stack(
        "printer-supply",
        row("fact", label(level.name()), gap(), label(level.percent() + " %")),
        bar);
  }
}
