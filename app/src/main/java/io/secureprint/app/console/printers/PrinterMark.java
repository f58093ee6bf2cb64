// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.kernel.Problem.Severity;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

/// How a printer stands, as a picture, a colour and a word.
record PrinterMark(Feather picture, String style, String word) {
  static PrinterMark of(PrinterTile tile, Messages messages) {
    if (tile.way().closed() != null) {
      return new PrinterMark(
          Feather.SLASH, "status-bad", messages.text(Phrase.PRINTER_LANE_CLOSED));
    }
    boolean asks =
        tile.reasons().stream()
            .anyMatch(reason -> Problems.of(reason.code()).severity() != Severity.LOW);
    return switch (tile.state()) {
      case SILENT ->
          new PrinterMark(Feather.WIFI_OFF, "status-bad", messages.text(Phrase.PRINTER_SILENT));
      case STOPPED ->
          new PrinterMark(
              Feather.ALERT_TRIANGLE, "status-asks", messages.text(Phrase.PRINTER_STOPPED));
      case READY, PRINTING ->
          asks
              ? new PrinterMark(
                  Feather.ALERT_TRIANGLE, "status-asks", messages.text(Phrase.PRINTER_ASKS))
              : going(tile, messages);
    };
  }

  private static PrinterMark going(PrinterTile tile, Messages messages) {
    return tile.state() == PrinterTile.State.PRINTING || tile.job() != null
        ? new PrinterMark(
            Feather.PLAY_CIRCLE, "status-running", messages.text(Phrase.STAGE_PRINTING))
        : new PrinterMark(
            Feather.CHECK_CIRCLE, "status-good", messages.text(Phrase.PRINTER_READY));
  }

  HBox drawn() {
    HBox mark = Shapes.row("status", Shapes.icon(picture), Shapes.label(word));
    mark.getStyleClass().add(style);
    return mark;
  }
}
