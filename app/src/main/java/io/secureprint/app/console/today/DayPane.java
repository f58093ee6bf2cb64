// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.observe.Takings;
import io.secureprint.app.console.today.TodayViewModel.Figures;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// What the day has brought: its money, the largest figure of the screen, prints and sheets, and the
/// hours in which it came.
final class DayPane extends VBox {
  private final Messages messages;
  private final Label taken = label("–", "day-taken");
  private final Label jobs = label("", "day-count");
  private final Label sheets = label("", "day-count");
  private final Label returned = label("", "day-returned");
  private final TakingsChart chart;
  private final Paragraph early;

  DayPane(Messages messages, Button books) {
    this.messages = messages;
    this.chart = new TakingsChart(messages);
    this.early = paragraph(messages.text(Phrase.TODAY_EARLY), "muted", "small");
    getStyleClass().add("day");
    taken.setId("day-taken");
    taken.setMinWidth(USE_PREF_SIZE);
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setMinHeight(0);
    getChildren()
        .addAll(
            row(
                "day-head",
                Shapes.stack(
                    "day-money", label(messages.text(Phrase.TODAY_TAKEN), "muted"), taken),
                gap(),
                Shapes.stack("day-counts", jobs, sheets)),
            row("day-foot", returned, gap(), books),
            chart,
            early);
    Shapes.show(returned, false);
    Shapes.show(early, false);
  }

  void show(@Nullable Figures figures) {
    if (figures == null) {
      return;
    }
    Takings.Day day = figures.day();
    taken.setText(day.taken().inRupees());
    jobs.setText(messages.text(Phrase.TODAY_JOBS, day.jobs()));
    sheets.setText(messages.text(Phrase.TODAY_SHEETS, day.sheets()));
    returned.setText(messages.text(Phrase.TODAY_RETURNED, day.returned().inRupees()));
    Shapes.show(returned, day.returned().value() > 0);
    Shapes.show(early, !figures.usual().isKnown());
    chart.show(day, figures.usual());
  }
}
