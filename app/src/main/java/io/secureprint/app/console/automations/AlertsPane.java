// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.Alert.Severity;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

/// The alerts that nobody has seen yet, over every screen: how bad, what, since when and how often, with
/// one button each.
public final class AlertsPane extends VBox {
  private static final double HIGHEST = 260;

  private final AlertsViewModel model;
  private final AutomationWords words;
  private final VBox rows = stack("alerts");
  private final VBox said = stack("auto-said");
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Subscription following;

  public AlertsPane(AlertsViewModel model, TimeWords times) {
    this.model = model;
    this.words = new AutomationWords(times);
    setId("alerts");
    getStyleClass().add("notes");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(HIGHEST);
    scroll.getStyleClass().add("plain-scroll");
    getChildren().addAll(said, scroll);
    following =
        Subscription.combine(
            model.alerts().subscribe(_ -> draw()),
            model.shown().subscribe(_ -> draw()),
            model.refused().subscribe(this::say));
  }

  /// Lets go of the view model, which outlives this pane.
  public void close() {
    following.unsubscribe();
  }

  private void draw() {
    Shapes.show(this, model.shown().get());
    rows.getChildren().clear();
    model.alerts().get().forEach(alert -> rows.getChildren().add(drawn(alert)));
    if (model.alerts().get().isEmpty()) {
      rows.getChildren().add(label(words.text(Phrase.ALERTS_NONE)));
    }
  }

  private void say(String code) {
    said.getChildren().clear();
    if (!code.isEmpty()) {
      said.getChildren().add(Notice.of("note-danger", words.messages(), code));
    }
    Shapes.show(said, !code.isEmpty());
  }

  private Node drawn(Alert alert) {
    Alert.Message message = alert.message();
    VBox text = stack("note-words", paragraph(message.title(), "strong"));
    if (!message.detail().isEmpty()) {
      text.getChildren().add(paragraph(message.detail()));
    }
    text.getChildren().add(label(about(alert), "muted", "small"));
    HBox.setHgrow(text, Priority.ALWAYS);
    Button seen = new Button(words.text(Phrase.ALERT_SEEN), icon(Feather.CHECK));
    seen.setId("alert-seen-" + alert.id());
    seen.setMinWidth(USE_PREF_SIZE);
    seen.setAccessibleText(words.text(Phrase.ALERT_SEEN) + ": " + message.title());
    seen.setOnAction(_ -> model.onAcknowledge(alert));
    HBox row =
        row(
            style(message.severity()),
            icon(AutomationWords.picture(message.severity()), "alert-icon"),
            text,
            seen);
    row.getStyleClass().add("letter");
    return row;
  }

  private String about(Alert alert) {
    String since =
        words.text(Phrase.SINCE, words.times().clock(alert.firstAt(), model.now()));
    String often =
        alert.times() == 1 ? "" : " · " + words.text(Phrase.ALERT_TIMES, alert.times());
    return words.text(AutomationWords.severity(alert.message().severity()))
        + " · " + since + often;
  }

  private static String style(Severity severity) {
    return switch (severity) {
      case INFO -> "note";
      case WARNING -> "note-attention";
      case ERROR, CRITICAL -> "note-danger";
    };
  }
}
