// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// The times that set it off, of which zone, and what becomes of those that were missed. Below stand the
/// next ones, so that nobody must trust five figures.
final class ScheduleFields extends VBox {
  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final VBox next = stack("auto-next");

  ScheduleFields(AutomationsViewModel model, AutomationWords words, Bound bound) {
    this.model = model;
    this.words = words;
    AutomationForm form = model.form();
    getStyleClass().add("auto-fields");
    TextField cron = new TextField();
    cron.setId("auto-cron");
    cron.getStyleClass().add("mono");
    ComboBox<CatchUp> catchUp =
        Named.box("auto-catch-up", List.of(CatchUp.values()), words::catchUp);
    ComboBox<String> zone = zones();
    bound.both(cron.textProperty(), form.cron());
    bound.both(zone.getEditor().textProperty(), form.zone());
    bound.both(catchUp.valueProperty(), form.catchUp());
    bound.and(form.cron().subscribe(_ -> showNext()));
    bound.and(form.zone().subscribe(_ -> showNext()));
    Labelled times =
        new Labelled(words.text(Phrase.AUTO_CRON), cron, words.text(Phrase.AUTO_CRON_HINT));
    Labelled where = new Labelled(words.text(Phrase.AUTO_ZONE), zone, "");
    getChildren()
        .addAll(
            Told.by(form, "trigger.cron", times, words.messages(), bound),
            usual(),
            next,
            Told.by(form, "trigger.zone", where, words.messages(), bound),
            new Labelled(words.text(Phrase.AUTO_CATCH_UP), catchUp, ""));
  }

  private ComboBox<String> zones() {
    ComboBox<String> zone =
        new ComboBox<>(
            FXCollections.observableArrayList(
                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    zone.setId("auto-zone");
    zone.setEditable(true);
    zone.getStyleClass().add("field-words");
    return zone;
  }

  private MenuButton usual() {
    MenuButton usual =
        new MenuButton(words.text(Phrase.AUTO_CRON_USUAL), icon(Feather.CALENDAR));
    usual.setId("auto-cron-usual");
    usual.getItems().addAll(
        item(Phrase.AUTO_CRON_DAILY, "0 9 * * *"),
        item(Phrase.AUTO_CRON_WORKDAYS, "0 9 * * 1-6"),
        item(Phrase.AUTO_CRON_MONDAY, "0 9 * * 1"),
        item(Phrase.AUTO_CRON_MONTH, "0 9 1 * *"),
        item(Phrase.AUTO_CRON_HOUR, "0 * * * *"));
    return usual;
  }

  private MenuItem item(Phrase name, String cron) {
    MenuItem item = new MenuItem(words.text(name));
    item.setOnAction(_ -> model.form().cron().set(cron));
    return item;
  }

  private void showNext() {
    Instant now = model.place().now();
    List<Instant> times = model.form().times(now);
    next.getChildren().clear();
    if (!times.isEmpty()) {
      String all =
          times.stream()
              .map(time -> words.times().clock(time, now))
              .collect(Collectors.joining(" · "));
      next.getChildren().add(paragraph(words.text(Phrase.AUTO_NEXT, all), "field-hint"));
    }
  }
}
