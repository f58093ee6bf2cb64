// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.observe.Health;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// All parts in two columns, the worst first, under one line that says how it is on the whole.
public final class HealthView implements ScreenView {
  private final HealthViewModel model;
  private final TimeWords words;
  private final Messages messages;
  private final HBox whole = row("status");
  private final Label at = label("", "muted");
  private final Button look;
  private final VBox left = stack("health-column");
  private final VBox right = stack("health-column");
  private final VBox root;
  private final Subscription following;

  public HealthView(HealthViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
    this.messages = words.messages();
    this.look = new Button(messages.text(Phrase.HEALTH_LOOK), icon(Feather.REFRESH_CW));
    look.setId("health-look");
    look.setMinWidth(Button.USE_PREF_SIZE);
    look.setOnAction(_ -> model.onLook());
    whole.setId("health-whole");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox columns = new HBox(left, right);
    columns.getStyleClass().add("health-columns");
    left.prefWidthProperty().bind(columns.widthProperty().divide(2));
    right.prefWidthProperty().bind(left.prefWidthProperty());
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = stack("screen", row("health-top", whole, at, gap(), look), scroll);
    root.getStyleClass().add("health");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.report().subscribe(this::show), model.looking().subscribe(look::setDisable));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and looks at what is now.
  @Override
  public void focus() {
    look.requestFocus();
    model.onLook();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
  }

  /// Each card goes where there is less so far, read across and then down.
  private void show(Health.Report report) {
    whole.getChildren().setAll(onTheWhole(report));
    at.setText(
        report.parts().isEmpty()
            ? ""
            : messages.text(Phrase.HEALTH_LOOKED, words.clock(report.at(), model.now())));
    left.getChildren().clear();
    right.getChildren().clear();
    int more = 0;
    for (Part part : HealthViewModel.sorted(report)) {
      VBox column = more <= 0 ? left : right;
      more += more <= 0 ? lines(part) : -lines(part);
      column.getChildren().add(new HealthCard(part, messages));
    }
  }

  /// As high as a card is, about: its head and edges, what is told, and a note with two lines and air.
  private static int lines(Part part) {
    return 2 + part.facts().size() + (part.code() == null ? 0 : 3);
  }

  private List<Node> onTheWhole(Health.Report report) {
    long wanting = HealthViewModel.wanting(report);
    if (report.parts().isEmpty()) {
      return List.of(
          new ProgressIndicator(), label(messages.text(Phrase.HEALTH_LOOKING), "section"));
    }
    State worst = wanting == 0 ? State.OK : HealthViewModel.sorted(report).getFirst().state();
    String said =
        wanting == 0
            ? messages.text(Phrase.HEALTH_WELL)
            : messages.text(Phrase.HEALTH_WANTING, wanting);
    whole.getStyleClass().setAll("status", HealthWords.style(worst));
    return List.of(icon(HealthWords.picture(worst)), label(said, "section"));
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      model.onLook();
      event.consume();
    }
  }
}
