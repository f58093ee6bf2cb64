// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.History;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What everything that matches comes to: how many, how well, how long, and why not.
final class HistoryFigures extends VBox {
  private static final int MOST_CODES = 3;

  private final TimeWords words;
  private final Messages messages;

  HistoryFigures(TimeWords words) {
    this.words = words;
    this.messages = words.messages();
    setId("history-figures");
    getStyleClass().add("history-figures");
  }

  void show(History.@Nullable Figures figures) {
    Shapes.show(this, figures != null && figures.all() > 0);
    getChildren().clear();
    if (figures == null) {
      return;
    }
    List<Node> told = new ArrayList<>();
    told.add(figure(Phrase.FIGURE_ALL, Integer.toString(figures.all())));
    figures
        .success()
        .ifPresent(
            share ->
                told.add(
                    figure(Phrase.FIGURE_SUCCESS, String.format(Locale.ROOT, "%.1f %%", share))));
    History.Spans took = figures.took();
    if (took != null) {
      told.add(figure(Phrase.FIGURE_HALF, span(took.half())));
      told.add(figure(Phrase.FIGURE_MOST, span(took.most())));
      told.add(figure(Phrase.FIGURE_NEARLY_ALL, span(took.nearlyAll())));
    }
    getChildren().add(row("figures", told.toArray(Node[]::new)));
    if (!figures.codes().isEmpty()) {
      getChildren().add(codes(figures.codes()));
    }
  }

  private Node figure(Phrase name, String value) {
    return stack("figure", label(value, "figure-value"), label(messages.text(name), "muted"));
  }

  private String span(Duration took) {
    return words.took(Instant.EPOCH, Instant.EPOCH.plus(took));
  }

  private Node codes(List<History.Count> codes) {
    List<Node> chips = new ArrayList<>();
    chips.add(label(messages.text(Phrase.FIGURE_WHY), "muted"));
    codes.stream().limit(MOST_CODES).map(this::chip).forEach(chips::add);
    return row("code-counts", chips.toArray(Node[]::new));
  }

  private Label chip(History.Count count) {
    CodeWords told = messages.code(count.code());
    Label chip =
        label(messages.text(Phrase.FIGURE_TIMES, told.what(), count.times()), "told-in-full-beside");
    chip.setTooltip(new Tooltip(messages.text(Phrase.CODE, count.code())));
    return chip;
  }
}
