// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One thing that was found: its picture, its name, and what it is.
final class FoundCell extends ListCell<Found> {
  private final TimeWords words;
  private final Messages messages;

  FoundCell(TimeWords words) {
    this.words = words;
    this.messages = words.messages();
  }

  @Override
  protected void updateItem(@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    setText(null);
    setGraphic(empty || found == null ? null : line(found));
  }

  private Node line(Found found) {
    return switch (found) {
      case Found.Customer(var tile) ->
          line(
              dot(tile.name().colour(), 9),
              messages.name(tile.name()),
              text(Phrase.SEARCH_HERE) + " · " + tile.sas());
      case Found.Place(Screen screen) ->
          line(icon(screen.picture()), text(screen.title()), keys(screen));
      case Found.Action(Found.Command command) ->
          line(icon(command.picture()), text(command.title()), text(Phrase.SEARCH_COMMAND));
      case Found.Printer(var tile) ->
          line(icon(Feather.PRINTER), tile.name(), text(Phrase.NAV_PRINTERS));
      case Found.Visit(var past) ->
          line(
              icon(Feather.CLOCK),
              messages.name(past.name()),
              words.exact(past.startedAt()));
    };
  }

  private static String keys(Screen screen) {
    return new Shortcut(screen.keys(), () -> {}).keys().getDisplayText();
  }

  private Node line(Node picture, String name, String aside) {
    return row("search-line", picture, label(name, "strong"), gap(), label(aside, "muted", "small"));
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }
}
