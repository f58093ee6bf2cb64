// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Said;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which server a step calls, and how.
final class ServerInputs {
  private static final String USUAL = "default";
  private static final List<String> METHODS = List.of("POST", "GET", "PUT", "PATCH", "DELETE");

  private final Inputs inputs;
  private final JsonPath step;

  ServerInputs(Inputs inputs, JsonPath step) {
    this.inputs = inputs;
    this.step = step;
  }

  Node all() {
    JsonPath connection = step.then("config.connection");
    VBox all =
        stack(
            "flow-lines",
            inputs.lineWith(step.at("triggerEndpoint"), Say.SERVER_PATH, Say.SERVER_PATH_HINT),
            server(connection));
    WorkflowText text = inputs.text();
    boolean print = JsonPath.of("kind").text(text.json()).equalsIgnoreCase("PRINT");
    all.getChildren()
        .add(paragraph(inputs.words().text(print ? Say.SERVER_AWAY_PRINT : Say.SERVER_AWAY), "field-hint", "small"));
    all.getChildren().add(inputs.more(step, Say.MORE_SERVER, more().toArray(Node[]::new)));
    return all;
  }

  /// The servers are known only after a look at the shop's connections.
  private Node server(JsonPath path) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(Inputs.id(path));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new Said<>(
            value -> value.equals(USUAL) ? inputs.words().text(Say.SERVER_USUAL) : value));
    String written = path.text(inputs.text().json());
    String now = written.isEmpty() ? USUAL : written;
    box.getItems().setAll(now);
    box.setValue(now);
    box.setAccessibleText(inputs.words().text(Say.SERVER));
    inputs.follow(inputs.editor().looked().subscribe(looked -> offer(box, looked.servers())));
    box.setOnAction(_ -> {
      if (box.getValue() != null) {
        inputs.put(path, box.getValue(), USUAL);
      }
    });
    return inputs.labelled(Say.SERVER, box, box, "", path);
  }

  private static void offer(ComboBox<String> box, List<String> servers) {
    List<String> all = new ArrayList<>(List.of(USUAL));
    servers.stream().filter(name -> !all.contains(name)).forEach(all::add);
    if (!all.contains(box.getValue())) {
      all.add(box.getValue());
    }
    if (!all.equals(box.getItems())) {
      String chosen = box.getValue();
      box.getItems().setAll(all);
      box.setValue(chosen);
    }
  }

  private List<Node> more() {
    List<Node> more = new ArrayList<>();
    more.add(
        inputs.choice(
            step.then("config.method"), Say.SERVER_METHOD, METHODS, "POST", value -> value));
    more.add(inputs.number(step.at("timeoutMs"), Say.SERVER_TIMEOUT, 1000, Say.SECONDS));
    more.add(
        inputs.number(step.then("retryConfig.maxRetries"), Say.SERVER_RETRIES, 1, Say.TIMES));
    more.add(
        inputs.choice(
            step.at("executionMode"),
            Say.SERVER_MODE,
            List.of("SERVER_SYNC", "SERVER_ASYNC", "SERVER_VALIDATION"),
            mode(),
            value -> inputs.words().named("mode", value)));
    return more;
  }

  private String mode() {
    return step.at("type").text(inputs.text().json()).equals("VALIDATION")
        ? "SERVER_VALIDATION"
        : "SERVER_SYNC";
  }

  /// What is sent: each name with the path of its value.
  Node mapping(JsonPath path, Say title) {
    VBox rows = stack("flow-lines");
    fill(rows, path);
    return inputs.labelled(
        title, rows, rows, inputs.words().text(Say.MAPPING_HINT), path);
  }

  private void fill(VBox rows, JsonPath path) {
    rows.getChildren().clear();
    for (String target : targets(path)) {
      TextField value = inputs.line(path.at(target), Say.MAPPING_PATH, Say.MAPPING_PATH);
      HBox.setHgrow(value, Priority.ALWAYS);
      rows.getChildren()
          .add(
              row(
                  "flow-row", label(target, "flow-target"), value));
    }
    TextField name = new TextField();
    name.setId(Inputs.id(path) + "-name");
    name.setPromptText(inputs.words().text(Say.MAPPING_NAME));
    name.setAccessibleText(inputs.words().text(Say.MAPPING_NAME));
    Button add = new Button(inputs.words().text(Say.MAPPING_ADD));
    add.setId(Inputs.id(path) + "-add");
    Runnable adding = () -> add(rows, path, name.getText().strip());
    add.setOnAction(_ -> adding.run());
    name.setOnAction(_ -> adding.run());
    rows.getChildren().add(row("flow-row", name, add));
  }

  private List<String> targets(JsonPath path) {
    return path.in(inputs.text().json()).orElse(null) instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  private void add(VBox rows, JsonPath path, String name) {
    if (name.matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
      String first =
          inputs.editor().looked().get().names().stream()
              .map(known -> known.path())
              .findFirst()
              .orElse("context");
      inputs.editor().type(before -> before.put(path.at(name), first));
      fill(rows, path);
    }
  }
}
