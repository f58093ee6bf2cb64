// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.Draft;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// One automation: its form, why it ran or not, what it would have done, its versions. F6 goes from one
/// to the next.
final class AutomationDetail extends BorderPane {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final Bound bound = new Bound();
  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
  private final Label title = label("", "detail-title");
  private final Button press;
  private final Button toggle = new Button();
  private final Button back;
  private final FormPane form;
  private final LooksPane looks;
  private final TrialPane trial;
  private final PastVersions versions;
  private final StackPane body = new StackPane();
  private Tab shown = Tab.FORM;

  AutomationDetail(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    form = new FormPane(model, words);
    looks = new LooksPane(model, words);
    trial = new TrialPane(model, words);
    versions = new PastVersions(model, words, () -> show(Tab.FORM));
    press = new Button(words.text(Phrase.AUTO_PRESS), icon(Feather.PLAY));
    back = new Button(words.text(Phrase.AUTO_TAKE_OUT), icon(Feather.CORNER_UP_LEFT));
    back.setId("auto-back");
    back.setMinWidth(Button.USE_PREF_SIZE);
    getStyleClass().addAll("detail", "auto-detail");
    press.setId("auto-press");
    press.setMinWidth(Button.USE_PREF_SIZE);
    toggle.setId("auto-switch");
    toggle.setMinWidth(Button.USE_PREF_SIZE);
    title.setMinWidth(0);
    HBox head = row("auto-head", title, gap(), press, toggle, back);
    setTop(new VBox(head, tabs()));
    setCenter(body);
    bound.and(model.chosen().subscribe(this::show));
    bound.and(model.editing().subscribe(_ -> show(model.chosen().get())));
    show(Tab.FORM);
  }

  void close() {
    bound.close();
    form.close();
    looks.close();
    trial.close();
    versions.close();
  }

  /// Puts the keyboard where a person goes on.
  void focusEntry() {
    switch (shown) {
      case FORM -> form.focusEntry();
      case WHY -> looks.focusList();
      case TRY -> trial.focusEntry();
      case VERSIONS -> versions.focusList();
    }
  }

  void showNext() {
    List<Tab> all = List.of(Tab.values());
    Tab next = all.get((all.indexOf(shown) + 1) % all.size());
    show(tab(next).isDisabled() ? Tab.FORM : next);
    focusEntry();
  }

  /// Shows where the form is wrong.
  void showWrong() {
    show(Tab.FORM);
    form.showWrong();
  }

  private Node tabs() {
    FlowPane line = new FlowPane();
    line.getStyleClass().add("auto-tabs");
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(words.text(tab.title), icon(tab.picture));
      button.setId("auto-tab-" + tab.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("flat", "tab-button");
      button.setTooltip(new Tooltip(words.text(Phrase.TIP, words.text(tab.title), "F6")));
      button.setOnAction(_ -> show(tab));
      tabs.put(tab, button);
      line.getChildren().add(button);
    }
    return line;
  }

  private ToggleButton tab(Tab tab) {
    return Objects.requireNonNull(tabs.get(tab));
  }

  private void show(Tab tab) {
    shown = tab;
    tabs.forEach((each, button) -> button.setSelected(each == tab));
    body.getChildren().setAll(
        switch (tab) {
          case FORM -> form;
          case WHY -> looks;
          case TRY -> trial;
          case VERSIONS -> versions;
        });
  }

  private void show(@Nullable Card card) {
    boolean editing = model.editing().get();
    title.setText(card == null ? words.text(Phrase.AUTO_NEW_TITLE) : card.name());
    tab(Tab.FORM).setDisable(!editing);
    tab(Tab.TRY).setDisable(!editing);
    tab(Tab.WHY).setDisable(card == null);
    tab(Tab.VERSIONS).setDisable(card == null);
    if (card == null) {
      show(Tab.FORM);
    } else if (!editing) {
      show(Tab.WHY);
    }
    Shapes.show(press, card != null && card.enabled() && isForPressing(card));
    Shapes.show(toggle, card != null && !card.putAway());
    Shapes.show(back, card != null && card.putAway());
    if (card != null) {
      press.setOnAction(_ -> model.onPress(card));
      back.setOnAction(_ -> model.onPutAway(card, false));
      toggle.setText(words.text(card.enabled() ? Phrase.AUTO_TURN_OFF : Phrase.AUTO_TURN_ON));
      toggle.setGraphic(icon(card.enabled() ? Feather.TOGGLE_RIGHT : Feather.TOGGLE_LEFT));
      toggle.setOnAction(_ -> model.onSwitch(card, !card.enabled()));
    }
  }

  private static boolean isForPressing(Card card) {
    return card.draft() != null && card.draft().start().kind() == Draft.Kind.MANUAL;
  }

  /// What there is to see of an automation.
  private enum Tab {
    FORM(Phrase.AUTO_TAB_FORM, Feather.EDIT_3),
    WHY(Phrase.AUTO_TAB_WHY, Feather.HELP_CIRCLE),
    TRY(Phrase.AUTO_TAB_TRY, Feather.FAST_FORWARD),
    VERSIONS(Phrase.AUTO_TAB_VERSIONS, Feather.CLOCK);

    private final Phrase title;
    private final Feather picture;

    Tab(Phrase title, Feather picture) {
      this.title = title;
      this.picture = picture;
    }
  }
}
