// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Draft;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What sets the automation off: one of four ways, and the fields of the chosen one.
final class StartBlock extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final Map<Draft.Kind, ToggleButton> kinds = new EnumMap<>(Draft.Kind.class);
  private final VBox fields = stack("auto-fields");
  private final Bound bound = new Bound();
  private Bound shown = new Bound();

  StartBlock(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("auto-block");
    getChildren()
        .addAll(label(words.text(Phrase.AUTO_WHEN), "section"), choice(), fields);
    bound.and(model.form().kind().subscribe(this::show));
  }

  void close() {
    bound.close();
    shown.close();
  }

  private Node choice() {
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("auto-kinds");
    ToggleGroup group = new ToggleGroup();
    for (Draft.Kind kind : Draft.Kind.values()) {
      ToggleButton button =
          new ToggleButton(words.kind(kind), icon(AutomationWords.picture(kind)));
      button.setId("auto-kind-" + kind.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("auto-kind");
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.form().kind().set(kind);
      });
      kinds.put(kind, button);
      pane.getChildren().add(button);
    }
    return pane;
  }

  private void show(Draft.Kind kind) {
    kinds.forEach((each, button) -> button.setSelected(each == kind));
    shown.close();
    shown = new Bound();
    fields.getChildren().setAll(
        switch (kind) {
          case EVENT -> new EventFields(model, words, shown);
          case SCHEDULE -> new ScheduleFields(model, words, shown);
          case MANUAL -> paragraph(words.text(Phrase.AUTO_MANUAL_HINT), "field-hint");
          case WEBHOOK -> new HookFields(model, words, shown);
        });
  }
}
