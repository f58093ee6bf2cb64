// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.ScreenState.fire;
import static io.secureprint.app.ScreenState.press;
import static io.secureprint.app.ScreenState.state;

import io.secureprint.agent.access.Role;
import io.secureprint.app.ScreenState.Kind;
import io.secureprint.app.console.ConsoleView;
import io.secureprint.app.fx.Language;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.function.Consumer;

/// The states of the work board.
final class BoardStates {
  static final List<ScreenState> ALL =
      List.of(
          state("board-tasks", Kind.BOARD, BoardStates::busy),
          state("board-small", Kind.BOARD_SMALL, BoardStates::busy),
          state("board-empty", Kind.BOARD, _ -> {}),
          state("board-many", Kind.BOARD, shop -> shop.board = SampleBoard::crowded),
          after("board-detail", Kind.BOARD, scene -> open(scene, "in-progress")),
          after("board-detail-small", Kind.BOARD_SMALL, scene -> open(scene, "in-progress")),
          after("board-refused", Kind.BOARD, BoardStates::reopen),
          after("board-reason", Kind.BOARD, BoardStates::cancel),
          after("board-none", Kind.BOARD, scene -> type(scene, "#board-search", "toner")),
          after("board-new", Kind.BOARD, BoardStates::makeNothing),
          after("board-plans", Kind.BOARD, scene -> plan(scene, 1)),
          after(
              "board-plan-written",
              Kind.BOARD,
              scene -> {
                plan(scene, 0);
                fire(scene, "#plan-change");
              }),
          after("board-promises-closed", Kind.BOARD, scene -> fire(scene, "#board-promises")),
          after("board-promises", Kind.BOARD_OF_OWNER, BoardStates::promises));

  private BoardStates() {}

  /// On the board, where somebody of the staff or the owner is logged in.
  static Scene scene(Kind kind, SampleShop shop, Language language) {
    ConsoleView console =
        kind == Kind.BOARD_OF_OWNER
            ? PeopleScenes.staffed(shop, language, Role.OWNER, "4711")
            : PeopleScenes.staffed(shop, language, Role.STAFF, "8520");
    Scene scene =
        kind == Kind.BOARD_SMALL
            ? new Scene(console.root(), 1024, 640)
            : new Scene(console.root(), 1366, 768);
    press(scene.getRoot(), KeyCode.DIGIT4, true);
    return scene;
  }

  private static ScreenState after(String name, Kind kind, Consumer<Scene> act) {
    return new ScreenState(name, kind, BoardStates::busy, act);
  }

  private static void busy(SampleShop shop) {
    shop.board = SampleBoard::busy;
  }

  private static void open(Scene scene, String column) {
    press(scene.lookup("#column-" + column + " .card-tile"), KeyCode.ENTER, false);
  }

  private static void reopen(Scene scene) {
    press(scene.lookup("#column-completed .card-tile"), KeyCode.LEFT, true);
  }

  private static void cancel(Scene scene) {
    open(scene, "blocked");
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    fire(scene, "#move-to-cancelled");
  }

  private static void makeNothing(Scene scene) {
    fire(scene, "#board-new");
    fire(scene, "#new-create");
  }

  private static void plan(Scene scene, int row) {
    fire(scene, "#board-plans");
    ((ListView<?>) scene.lookup("#plans-list")).getSelectionModel().select(row);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static void promises(Scene scene) {
    fire(scene, "#board-promises");
    ((ListView<?>) scene.lookup("#promises-list")).getSelectionModel().select(1);
    type(scene, "#promise-minutes", "0");
    fire(scene, "#promise-save");
  }

  private static void type(Scene scene, String field, String text) {
    ((TextField) scene.lookup(field)).setText(text);
  }
}
