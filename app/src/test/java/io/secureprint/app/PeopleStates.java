// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.ScreenState.fire;
import static io.secureprint.app.ScreenState.state;

import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.app.ScreenState.Kind;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

import java.util.List;
import java.util.function.Consumer;

/// The states of the screens that ask who is there, and of those on which a shop is set up.
final class PeopleStates {
  static final List<ScreenState> ALL =
      List.of(
          state("lock", Kind.LOCKED, shop -> shop.sessions.set(SampleShop.six())),
          new ScreenState("lock-wrong", Kind.LOCKED, _ -> {}, scene -> typePin(scene, "0815", 1)),
          new ScreenState("lock-wait", Kind.LOCKED, _ -> {}, scene -> typePin(scene, "0815", 5)),
          state("pin-asked", Kind.ASKED, shop -> shop.sessions.set(SampleShop.six())),
          state("kiosk-leave", Kind.LEAVING, shop -> shop.sessions.set(SampleShop.six())),
          state("kiosk-portrait-leave", Kind.PORTRAIT_LEAVING, _ -> {}),
          state("settings-shop", Kind.SETTINGS, _ -> {}),
          topic("money", "", _ -> {}),
          topic("printer", "", scene -> choose(scene, 1)),
          topic("sessions", "", _ -> {}),
          new ScreenState(
              "settings-people",
              Kind.SETTINGS,
              _ -> {},
              scene -> {
                fire(scene, "#topic-people");
                fire(scene, "#person-keep");
              }),
          new ScreenState(
              "settings-people-three",
              Kind.OWNER_IN_SETTINGS,
              _ -> {},
              scene -> {
                fire(scene, "#topic-people");
                fire(scene, ".people-list .rail-button");
              }),
          state("settings-closed", Kind.STAFF_IN_SETTINGS, _ -> {}),
          topic("sessions", "-wrong", scene -> write(scene, "#field-session-idle", "soon")),
          topic("printer", "-folder", scene -> choose(scene, 2)),
          topic("screens", "", _ -> {}),
          new ScreenState(
              "settings-programs",
              Kind.SETTINGS,
              _ -> {},
              scene -> {
                fire(scene, "#topic-programs");
                write(scene, "#key-name", "Stock list");
                fire(scene, "#key-make");
              }),
          new ScreenState(
              "settings-connections",
              Kind.SETTINGS,
              _ -> {},
              scene -> {
                fire(scene, "#topic-connections");
                fire(scene, "#connection-of-default");
                fire(scene, "#connection-try");
              }),
          state("setup-welcome", Kind.SETUP, _ -> {}),
          new ScreenState(
              "setup-shop-wrong",
              Kind.SETUP,
              _ -> {},
              scene -> {
                fire(scene, "#setup-shop");
                fire(scene, "#setup-next");
              }),
          setup("upi", 2, _ -> {}),
          setup("printer", 3, scene -> choose(scene, 0)),
          new ScreenState(
              "setup-printer-looking",
              Kind.SETUP,
              shop -> {
                shop.choices.found.set(List.of());
                shop.choices.slow = true;
              },
              scene -> toPage(scene, 3)),
          new ScreenState(
              "setup-printer-none",
              Kind.SETUP,
              shop -> shop.choices.found.set(List.of()),
              scene -> toPage(scene, 3)),
          new ScreenState(
              "setup-printer-refused",
              Kind.SETUP,
              shop -> shop.choices.trial = new Trial.Refused("PRINTER_UNREACHABLE"),
              scene -> {
                toPage(scene, 3);
                choose(scene, 0);
                fire(scene, "#printer-try");
              }),
          setup("prices", 4, _ -> {}),
          setup("owner", 5, scene -> fire(scene, "#setup-next")),
          new ScreenState("setup-done", Kind.SETUP_RESUMED, _ -> {}, _ -> {}));

  private PeopleStates() {}

  /// One topic of the settings, and what is done there; then it is saved.
  private static ScreenState topic(String name, String more, Consumer<Scene> act) {
    return new ScreenState(
        "settings-" + name + more,
        Kind.SETTINGS,
        _ -> {},
        scene -> {
          fire(scene, "#topic-" + name);
          act.accept(scene);
          fire(scene, "#settings-save");
        });
  }

  /// One page of the assistant, so many steps from the first.
  private static ScreenState setup(String name, int steps, Consumer<Scene> act) {
    return new ScreenState(
        "setup-" + name,
        Kind.SETUP,
        _ -> {},
        scene -> {
          toPage(scene, steps);
          act.accept(scene);
        });
  }

  private static void toPage(Scene scene, int steps) {
    fire(scene, "#setup-shop");
    write(scene, "#field-shop-name", SampleShop.NAME);
    for (int step = 1; step < steps; step++) {
      if (step == 3) {
        choose(scene, 0);
      }
      fire(scene, "#setup-next");
    }
  }

  private static void typePin(Scene scene, String digits, int times) {
    for (int time = 0; time < times; time++) {
      digits.chars().forEach(digit -> fire(scene, "#pin-" + (char) digit));
      fire(scene, "#pin-enter");
    }
  }

  private static void choose(Scene scene, int row) {
    ((ListView<?>) scene.lookup("#printers")).getSelectionModel().select(row);
  }

  private static void write(Scene scene, String field, String text) {
    ((TextField) scene.lookup(field)).setText(text);
  }
}
