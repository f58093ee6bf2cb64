// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.ScreenState.fire;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.app.ScreenState.Kind;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;

import java.util.List;
import java.util.function.Consumer;

/// The states of the screen on which the owner says what the shop does by itself.
final class AutomationStates {
  static final List<ScreenState> ALL =
      List.of(
          real("list", _ -> {}),
          real("form", scene -> choose(scene, "Urgent binding came in")),
          real("wrong", AutomationStates::writeWrong),
          real("new", AutomationStates::makeOne),
          real("times", scene -> choose(scene, "Order paper")),
          real("webhook", scene -> {
            choose(scene, "Orders from the website");
            fire(scene, "#auto-hook-show");
          }),
          real("why", scene -> {
            choose(scene, "Urgent binding came in");
            fire(scene, "#auto-tab-why");
          }),
          real("tried", scene -> {
            choose(scene, "Urgent binding came in");
            fire(scene, "#auto-tab-try");
            fire(scene, "#auto-try");
          }),
          real("versions", scene -> {
            choose(scene, "Urgent binding came in");
            fire(scene, "#auto-tab-versions");
          }),
          real("letters", scene -> fire(scene, "#auto-to-letters")),
          new ScreenState(
              "automations-letters-none",
              Kind.AUTOMATIONS,
              _ -> {},
              scene -> fire(scene, "#auto-to-letters")),
          real("alerts", scene -> fire(scene, "#to-alerts")));

  private AutomationStates() {}

  private static ScreenState real(String name, Consumer<Scene> act) {
    return new ScreenState(
        "automations-" + name,
        Kind.AUTOMATIONS,
        shop -> shop.automations = RealAutomations.shared().desk(),
        act);
  }

  @SuppressWarnings("unchecked") // what the list of that name has in it
  private static void choose(Scene scene, String name) {
    var list =
        (ListView<Card>)
            scene.lookup("#automations");
    list.getItems().stream()
        .filter(card -> card.name().equals(name))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static void writeWrong(Scene scene) {
    choose(scene, "Urgent binding came in");
    write(scene, "#auto-condition", "payload.aria == \"binding\" && task.priority = 3");
    write(scene, "#auto-condition", "payload.aria == \"binding\"");
    write(scene, "#auto-action-0-title", "Urgent: ${task.title");
    fire(scene, "#auto-save");
  }

  private static void makeOne(Scene scene) {
    fire(scene, "#auto-new");
    write(scene, "#auto-name", "A promise is nearly due");
    ((MenuButton) scene.lookup("#auto-event-add")).getItems().get(6).fire();
  }

  private static void write(Scene scene, String field, String text) {
    ((TextInputControl) scene.lookup(field)).setText(text);
  }
}
