// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;

/// Why a printer does not print, each reason with what to do, and whose sheets it has; or that it is
/// well.
final class PrinterNeeds extends VBox {
  private final TimeWords words;
  private final Messages messages;

  PrinterNeeds(TimeWords words) {
    this.words = words;
    this.messages = words.messages();
    getStyleClass().add("printer-needs");
  }

  void show(PrinterTile tile, Instant now) {
    getChildren().clear();
    String closed = tile.way().closed();
    if (closed != null) {
      getChildren().add(need(closed, "", "note-danger"));
    }
    tile.reasons().forEach(reason -> getChildren().add(asks(reason, now)));
    PrinterTile.Job job = tile.job();
    if (job != null) {
      getChildren().add(progress(job));
    } else if (getChildren().isEmpty()) {
      getChildren().add(well());
    }
  }

  private Node asks(PrinterTile.Reason reason, Instant now) {
    String since = messages.text(Phrase.SINCE, words.clock(reason.since(), now));
    return need(reason.code(), since, "note-attention");
  }

  private Node need(String code, String since, String style) {
    CodeWords told = messages.code(code);
    VBox said = stack("note-words", paragraph(told.what(), "strong"), paragraph(told.next()));
    HBox.setHgrow(said, Priority.ALWAYS);
    return row(
        style,
        said,
        stack(
            "need-when",
            label(since),
            label(messages.text(Phrase.CODE, code), "muted", "small")));
  }

  private Node progress(PrinterTile.Job job) {
    ProgressBar bar = new ProgressBar((double) job.done() / job.total());
    bar.setMaxWidth(Double.MAX_VALUE);
    return stack(
        "printer-job",
        row(
            "fact",
            dot(job.name().colour(), 8),
            label(messages.name(job.name()), "strong"),
            gap(),
            label(messages.text(Phrase.PRINTER_SIDES, job.done(), job.total()))),
        bar);
  }

  private Node well() {
    return row(
        "all-well",
        icon(Feather.CHECK_CIRCLE, "well-icon"),
        paragraph(messages.text(Phrase.PRINTER_WELL)));
  }
}
