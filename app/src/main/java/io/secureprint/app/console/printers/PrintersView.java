// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The printers below each other, each with everything that it says of itself.
public final class PrintersView implements ScreenView {
  private final PrintersViewModel model;
  private final TimeWords words;
  private final Map<String, PrinterCard> cards = new LinkedHashMap<>();
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final Node none;
  private final StackPane root;
  private final Subscription following;

  public PrintersView(PrintersViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
    this.none =
        Shapes.emptyState(
            Feather.PRINTER,
            words.messages().text(Phrase.PRINTERS_NONE),
            words.messages().text(Phrase.PRINTERS_NONE_HINT));
    this.root = new StackPane(scroll, none);
    list.getStyleClass().add("printer-cards");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    root.getStyleClass().add("screen");
    following =
        Subscription.combine(
            model.printers().subscribe(this::show),
            model.asked().subscribe(asked -> cards.values().forEach(card -> card.say(asked))));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts.
  @Override
  public void focus() {
    cards.values().stream().findFirst().ifPresent(PrinterCard::focus);
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
  }

  private void show(List<PrinterTile> printers) {
    List<String> ids = printers.stream().map(PrinterTile::id).toList();
    cards.keySet().retainAll(ids);
    printers.forEach(
        tile -> cards.computeIfAbsent(tile.id(), _ -> new PrinterCard(model, words)).show(tile));
    List<PrinterCard> order = ids.stream().map(cards::get).toList();
    if (!list.getChildren().equals(order)) {
      list.getChildren().setAll(order);
    }
    Shapes.show(scroll, !printers.isEmpty());
    Shapes.show(none, printers.isEmpty());
  }
}
