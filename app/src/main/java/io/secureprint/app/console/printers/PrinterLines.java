// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// The printers in a line each, with the first thing that each of them needs.
public final class PrinterLines extends VBox {
  private final Messages messages;

  public PrinterLines(Messages messages) {
    this.messages = messages;
    getStyleClass().add("printer-lines");
  }

  public void show(List<PrinterTile> printers) {
    getChildren().setAll(printers.stream().map(this::line).toList());
    if (printers.isEmpty()) {
      getChildren().add(paragraph(messages.text(Phrase.PRINTERS_NONE), "muted"));
    }
  }

  private Node line(PrinterTile tile) {
    VBox line =
        stack(
            "printer-line",
            row(
                "fact",
                icon(Feather.PRINTER),
                label(tile.name(), "strong"),
                gap(),
                PrinterMark.of(tile, messages).drawn()));
    said(tile).ifPresent(words -> line.getChildren().add(paragraph(words, "muted", "small")));
    return line;
  }

  private Optional<String> said(PrinterTile tile) {
    if (tile.way().closed() != null) {
      return Optional.of(messages.code(tile.way().closed()).what());
    }
    if (!tile.reasons().isEmpty()) {
      return Optional.of(messages.code(tile.reasons().getFirst().code()).what());
    }
    PrinterTile.Job job = tile.job();
    return job == null
        ? Optional.empty()
        : Optional.of(
            messages.text(
                Phrase.PRINTER_JOB, messages.name(job.name()), job.done(), job.total()));
  }
}
