// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.History;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One run at the right: what it came to, and its steps with their times.
final class HistoryDetail extends VBox {
  private final HistoryViewModel model;
  private final TimeWords words;
  private final Messages messages;
  private final HBox head = row("detail-head");
  private final VBox about = stack("detail-about");
  private final VBox steps = stack("step-list");

  HistoryDetail(HistoryViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
    this.messages = words.messages();
    getStyleClass().add("detail");
    ScrollPane scroll =
        new ScrollPane(
            stack(
                "detail-body",
                about,
                label(messages.text(Phrase.HISTORY_STEPS), "section"),
                steps));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  void showRun(History.@Nullable Row run) {
    Shapes.show(this, run != null);
    if (run != null) {
      head.getChildren().setAll(title(run));
      about.getChildren().setAll(facts(run));
      if (run.code() != null) {
        about.getChildren().add(problem(run.code()));
      }
    }
  }

  void showSteps(History.@Nullable Row run, List<? extends History.Step> found) {
    steps.getChildren().clear();
    if (run == null) {
      return;
    }
    Instant end = run.endedAt() == null ? model.now() : run.endedAt();
    found.forEach(step -> steps.getChildren().add(step(step, run.startedAt(), end)));
    if (found.isEmpty()) {
      steps.getChildren().add(label(messages.text(Phrase.HISTORY_NO_STEPS), "muted"));
    }
  }

  private List<Node> title(History.Row run) {
    Button close = new Button(messages.text(Phrase.SESSION_CLOSE), Shapes.icon(Feather.X));
    close.getStyleClass().add("flat");
    close.setFocusTraversable(false);
    close.setOnAction(_ -> model.onClose());
    close.setTooltip(
        new Tooltip(messages.text(Phrase.TIP, messages.text(Phrase.SESSION_CLOSE), "Esc")));
    return List.of(
        label(messages.name(run.name()), "detail-title"),
        StatusMark.of(run.status(), messages).drawn(),
        gap(),
        close);
  }

  private Node facts(History.Row run) {
    VBox facts = stack(
        "facts",
        fact(Phrase.HISTORY_NUMBER, run.correlationId()),
        fact(Phrase.COLUMN_STARTED, words.exact(run.startedAt())),
        fact(
            Phrase.COLUMN_TOOK,
            run.endedAt() == null
                ? messages.text(Phrase.HISTORY_RUNNING)
                : words.took(run.startedAt(), run.endedAt())),
        fact(Phrase.COLUMN_SHEETS, Integer.toString(run.sheets())),
        fact(Phrase.COLUMN_PAID, run.paid().inRupees()));
    if (run.prices() > 0) {
      facts
          .getChildren()
          .add(fact(Phrase.HISTORY_PRICES, messages.text(Phrase.VERSION, run.prices())));
    }
    return facts;
  }

  private Node fact(Phrase name, String value) {
    return row("fact", label(messages.text(name), "muted"), gap(), label(value));
  }

  private Node problem(String code) {
    return Notice.of("note-attention", messages, code);
  }

  private Node step(History.Step step, Instant start, Instant end) {
    Instant stop = step.endedAt() == null ? end : step.endedAt();
    VBox drawn =
        stack(
            "step-row",
            row(
                "fact",
                StatusMark.of(step.status(), messages).drawnFor(title(step)),
                gap(),
                label(
                    step.endedAt() == null
                        ? messages.text(Phrase.HISTORY_RUNNING)
                        : words.took(step.startedAt(), stop))),
            new SpanBar(share(step.startedAt(), start, end), share(stop, start, end)));
    if (step.code() != null) {
      drawn
          .getChildren()
          .add(
              paragraph(
                  messages.code(step.code()).what()
                      + " "
                      + messages.text(Phrase.CODE, step.code()),
                  "muted",
                  "small"));
    }
    return drawn;
  }

  private String title(History.Step step) {
    String name = messages.stepName(step.step());
    return step.attempt() < 2
        ? name
        : name + " · " + messages.text(Phrase.ATTEMPT, step.attempt());
  }

  private static double share(Instant at, Instant start, Instant end) {
    double whole = Duration.between(start, end).toMillis();
    return whole <= 0 ? 0 : Duration.between(start, at).toMillis() / whole;
  }
}
