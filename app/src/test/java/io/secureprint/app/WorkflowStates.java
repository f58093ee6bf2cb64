// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.ScreenState.Kind;
import io.secureprint.app.fx.Language;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
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
          new ScreenState("workflows-choice", Kind.WORKFLOWS, WorkflowStates::trades, WorkflowStates::choice),
          new ScreenState("workflows-call", Kind.WORKFLOWS, WorkflowStates::trades, WorkflowStates::called),
          new ScreenState("workflows-end", Kind.WORKFLOWS, _ -> {}, WorkflowStates::end),
          new ScreenState("workflows-remove", Kind.WORKFLOWS, _ -> {}, WorkflowStates::removing),
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

  /// Customers say what they are, a server is asked, and one answer is no choice any more.
  private static void trades(SampleShop shop) {
    JsonObject asks =
        JsonObject.parse(
            """
            {"id":"who","type":"FORM","label":{"en":"Who are you?","hi":"आप कौन हैं?"},
             "config":{"dataKey":"who","fields":[{"key":"trade","type":"choice","required":true,
              "label":{"en":"What you do","hi":"आप क्या करते हैं"},"options":[
               {"value":"student","label":{"en":"Student","hi":"विद्यार्थी"}},
               {"value":"teacher","label":{"en":"Teacher","hi":"शिक्षक"}}]}]}}
            """);
    JsonObject checks =
        JsonObject.parse(
            """
            {"id":"check","type":"VALIDATION","label":{"en":"Checking","hi":"जाँच हो रही है"},
             "triggerEndpoint":"/students/check","config":{"dataKey":"check","rules":[
              {"when":"who.trade == 'student'","says":{"en":"For students","hi":"विद्यार्थियों के लिए"}},
              {"when":"who.trade != 'pupil'","says":{"en":"Not for pupils","hi":"छात्रों के लिए नहीं"}}]}}
            """);
    JsonPath steps = JsonPath.of("steps");
    JsonObject first = shop.workflows.text("print-journey");
    JsonObject asking = steps.insert(first, 0, asks.members());
    shop.workflows.publish(steps.insert(asking, 1, checks.members()), "");
  }

  private static void choice(Scene scene) {
    step(scene, 2);
    tab(scene, "publish");
  }

  private static void called(Scene scene) {
    step(scene, 1);
    tab(scene, "try");
    ScreenState.fire(scene, "#try-begin");
    scene.getRoot().lookupAll(".radio-button").stream()
        .map(RadioButton.class::cast)
        .filter(each -> each.getText().matches("Student|विद्यार्थी"))
        .forEach(RadioButton::fire);
    ScreenState.fire(scene, "#try-go");
  }

  private static void end(Scene scene) {
    item(scene, "flow-new");
    step(scene, 0);
    ((TitledPane) scene.lookup("#flow-config-more")).setExpanded(true);
    lay(scene);
    ((CheckBox) scene.lookup("#flow-config-completion")).fire();
    lay(scene);
    ((ScrollPane) scene.lookup(".flow-form-scroll")).setVvalue(1);
    lay(scene);
  }

  private static void removing(Scene scene) {
    item(scene, "flow-new");
    item(scene, "flow-remove");
  }

  private static void item(Scene scene, String id) {
    ((MenuButton) scene.lookup("#flow-more"))
        .getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow().fire();
    lay(scene);
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
