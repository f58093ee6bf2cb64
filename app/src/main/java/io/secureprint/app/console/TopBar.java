// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.Theme;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Over every screen: its title, how the shop stands, language, light or dark.
final class TopBar extends HBox {
  private final Messages messages;
  private final Label title = label("", "screen-title");
  private final Button search = new Button();
  private final Button alerts = new Button();
  private final Button pill = new Button();
  private final Button theme = new Button();
  private final Button language = new Button();
  private final Button person = new Button();

  TopBar(Messages messages) {
    this.messages = messages;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    search.setId("search");
    search.setGraphic(icon(Feather.SEARCH));
    search.getStyleClass().add("search-button");
    alerts.setId("to-alerts");
    alerts.setMinWidth(Button.USE_PREF_SIZE);
    pill.setId("shop-state");
    theme.setId("theme");
    language.setId("language");
    language.getStyleClass().add("flat");
    language.setText(messages.language().other().ownName());
    language.setGraphic(icon(Feather.GLOBE));
    theme.getStyleClass().add("flat");
    person.setId("person");
    person.getStyleClass().add("flat");
    person.setGraphic(icon(Feather.LOCK));
    getChildren().addAll(title, gap(), search, alerts, pill, language, theme, person);
  }

  void bind(Shortcut notes, Shortcut otherLanguage, Shortcut otherTheme) {
    wire(pill, Phrase.SHOP_TIP, notes);
    wire(language, Phrase.LANGUAGE_TIP, otherLanguage);
    wire(theme, Phrase.THEME_TIP, otherTheme);
  }

  void bindSearch(Shortcut find) {
    wire(search, Phrase.SEARCH_PROMPT, find);
    search.setText(
        messages.text(Phrase.SEARCH) + "   " + find.keys().getDisplayText());
  }

  void bindAlerts(Shortcut toAlerts) {
    wire(alerts, Phrase.ALERTS_TIP, toAlerts);
  }

  /// How many alerts nobody has seen; the worst of them gives the look.
  void show(List<Alert> open) {
    boolean bad =
        open.stream()
            .anyMatch(alert -> alert.message().severity().compareTo(Alert.Severity.ERROR) >= 0);
    Shapes.show(alerts, !open.isEmpty());
    alerts.getStyleClass().setAll("button", "pill", bad ? "pill-closed" : "pill-attention");
    alerts.setText(messages.text(Phrase.ALERTS, open.size()));
    alerts.setGraphic(icon(Feather.BELL));
  }

  void bindLock(Shortcut lock) {
    wire(person, Phrase.LOCK_TIP, lock);
  }

  /// Who is at the console, and the button that locks it.
  void show(Shift.State state) {
    Shapes.show(person, state instanceof Shift.State.Present);
    if (state instanceof Shift.State.Present(Person present)) {
      person.setText(present.name());
    }
  }

  void showTitle(Phrase phrase) {
    title.setText(messages.text(phrase));
  }

  void show(ShopStatus status) {
    String style =
        switch (status.state()) {
          case OPEN -> "pill-open";
          case ATTENTION -> "pill-attention";
          case CLOSED -> "pill-closed";
        };
    pill.getStyleClass().setAll("button", "pill", style);
    pill.setText(
        messages.text(
            switch (status.state()) {
              case OPEN -> Phrase.SHOP_OPEN;
              case ATTENTION -> Phrase.SHOP_ATTENTION;
              case CLOSED -> Phrase.SHOP_CLOSED;
            }));
    pill.setGraphic(
        icon(
            switch (status.state()) {
              case OPEN -> Feather.CHECK_CIRCLE;
              case ATTENTION -> Feather.ALERT_TRIANGLE;
              case CLOSED -> Feather.SLASH;
            }));
  }

  void show(Theme.Choice choice) {
    theme.setText(
        messages.text(
            switch (choice) {
              case SYSTEM -> Phrase.THEME_SYSTEM;
              case LIGHT -> Phrase.THEME_LIGHT;
              case DARK -> Phrase.THEME_DARK;
            }));
    theme.setGraphic(
        icon(
            switch (choice) {
              case SYSTEM -> Feather.MONITOR;
              case LIGHT -> Feather.SUN;
              case DARK -> Feather.MOON;
            }));
  }

  private void wire(Button button, Phrase tip, Shortcut shortcut) {
    button.setOnAction(_ -> shortcut.action().run());
    button.setTooltip(new Tooltip(tip(messages, tip, shortcut.keys())));
  }

  static String tip(Messages messages, Phrase what, KeyCombination keys) {
    return messages.text(Phrase.TIP, messages.text(what), keys.getDisplayText());
  }
}
