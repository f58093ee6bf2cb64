// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.ScreenState.Kind;
import io.secureprint.app.fx.Language;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.util.List;

/// What the workflows' screen can be in.
final class WorkflowStates {
  static final List<ScreenState> ALL =
      List.of(
          ScreenState.state("workflows-first", Kind.WORKFLOWS, _ -> {}),
          new ScreenState(
              "workflows-add", Kind.WORKFLOWS, _ -> {}, scene -> ScreenState.fire(scene, "#step-add")),
          new ScreenState("workflows-form", Kind.WORKFLOWS, WorkflowStates::college, scene -> step(scene, 1)),
          new ScreenState("workflows-check", Kind.WORKFLOWS, WorkflowStates::college, scene -> step(scene, 2)),
          new ScreenState("workflows-price", Kind.WORKFLOWS, WorkflowStates::college, scene -> step(scene, 3)),
          new ScreenState("workflows-whole", Kind.WORKFLOWS, WorkflowStates::college, scene -> step(scene, 0)),
          new ScreenState("workflows-wrong", Kind.WORKFLOWS, WorkflowStates::college, WorkflowStates::wrong),
          new ScreenState("workflows-try", Kind.WORKFLOWS, WorkflowStates::college, WorkflowStates::tried),
          new ScreenState("workflows-try-price", Kind.WORKFLOWS, WorkflowStates::college, WorkflowStates::paying),
          new ScreenState("workflows-versions", Kind.WORKFLOWS, WorkflowStates::college, WorkflowStates::versions),
          new ScreenState("workflows-changed", Kind.WORKFLOWS, WorkflowStates::college, WorkflowStates::changed),
          new ScreenState("workflows-small", Kind.WORKFLOWS_SMALL, WorkflowStates::college, scene -> step(scene, 1)),
          new ScreenState(
              "workflows-small-phone",
              Kind.WORKFLOWS_SMALL,
              WorkflowStates::college,
              scene -> {
                step(scene, 1);
                tab(scene, "phone");
              }));

  private WorkflowStates() {}

  static Scene scene(Kind kind, SampleShop shop, Language language) {
    Parent console = PeopleScenes.console(shop, new SampleHistory(0), language).root();
    Scene scene =
        kind == Kind.WORKFLOWS_SMALL ? new Scene(console, 1024, 640) : new Scene(console, 1366, 768);
    ScreenState.press(console, KeyCode.DIGIT7, true);
    return scene;
  }

  private static void college(SampleShop shop) {
    shop.workflows.publish(student(), "For the college next door");
  }

  private static JsonObject student() {
    return SampleWorkflows.example("workflows/student-discount.json");
  }

  private static void step(Scene scene, int row) {
    ListView<?> steps = (ListView<?>) scene.lookup("#flow-steps");
    steps.getSelectionModel().select(row);
    lay(scene);
  }

  private static void tab(Scene scene, String name) {
    ((ToggleButton) scene.lookup("#tab-" + name)).fire();
    lay(scene);
  }

  private static void lay(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static void type(Scene scene, String id, String text) {
    ((TextField) scene.lookup("#" + id)).setText(text);
  }

  private static void wrong(Scene scene) {
    step(scene, 1);
    type(scene, "flow-steps-0-config-fields-0-label-hi", "");
    type(scene, "flow-steps-0-config-fields-0-label-en", "Your number, ${student.name}");
    type(scene, "flow-steps-0-label-en", "${");
    tab(scene, "publish");
  }

  private static void tried(Scene scene) {
    tab(scene, "try");
    ScreenState.fire(scene, "#try-begin");
    type(scene, "try-rollNo", "1041");
    ScreenState.fire(scene, "#try-isStudent");
    ScreenState.fire(scene, "#try-go");
  }

  private static void paying(Scene scene) {
    tried(scene);
    type(scene, "try-rollNo", "2041");
    ScreenState.fire(scene, "#try-go");
  }

  private static void versions(Scene scene) {
    tab(scene, "versions");
    ((ListView<?>) scene.lookup("#flow-versions")).getSelectionModel().select(0);
    lay(scene);
  }

  private static void changed(Scene scene) {
    step(scene, 1);
    type(scene, "flow-steps-0-label-en", "Do you study here?");
    ((SampleShop) scene.getUserData())
        .workflows.writeElsewhere(JsonPath.of("name").put(student(), "Theirs"));
    ScreenState.fire(scene, "#flow-save");
    tab(scene, "publish");
  }
}
