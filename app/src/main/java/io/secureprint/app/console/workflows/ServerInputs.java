// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.UsualCall;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Said;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which server is called, and how.
final class ServerInputs {
  private static final String USUAL = "default";

  private final Inputs inputs;
  private final JsonPath call;
  private final boolean ofStep;
  private final UsualCall usual;

  private ServerInputs(Inputs inputs, JsonPath call, boolean ofStep, UsualCall usual) {
    this.inputs = inputs;
    this.call = call;
    this.ofStep = ofStep;
    this.usual = usual;
  }

  /// The call that a step is for, whose parts stand in the step and in its config.
  static Node ofStep(Inputs inputs, JsonPath step) {
    ServerInputs made = new ServerInputs(inputs, step, true, UsualCall.ASKED);
    Say away = inputs.isPrint() ? Say.SERVER_AWAY_PRINT : Say.SERVER_AWAY;
    return made.all(
        step.at("triggerEndpoint"), paragraph(inputs.words().text(away), "field-hint", "small"));
  }

  /// What undoes a step.
  static Node compensation(Inputs inputs, JsonPath call) {
    return besides(inputs, call, Say.COMPENSATE, Say.COMPENSATE_HINT, UsualCall.UNDOES);
  }

  /// What a server is told at the end.
  static Node completion(Inputs inputs, JsonPath call) {
    return besides(inputs, call, Say.COMPLETION, Say.COMPLETION_HINT, UsualCall.ASKED);
  }

  /// A call that is made besides, where the owner wants it: a tick, and below it what to fill in.
  private static Node besides(Inputs inputs, JsonPath call, Say title, Say hint, UsualCall usual) {
    CheckBox wanted = new CheckBox(inputs.words().text(title));
    wanted.setId(Inputs.id(call));
    wanted.setWrapText(true);
    boolean there = call.in(inputs.text().json()).isPresent();
    wanted.setSelected(there);
    wanted.setOnAction(_ ->
        inputs.editor().change(before -> there ? before.remove(call) : before.put(call, Map.of())));
    Node about = paragraph(inputs.words().text(hint), "field-hint", "small");
    VBox all = stack("flow-lines", wanted, about);
    if (there) {
      all.getChildren().add(new ServerInputs(inputs, call, false, usual).all(call.at("endpoint")));
    }
    return all;
  }

  private Node all(JsonPath endpoint, Node... about) {
    JsonPath how = ofStep ? call.at("config") : call;
    Say hint = ofStep ? Say.SERVER_PATH_HINT : Say.SERVER_PATH_NEEDED;
    VBox all =
        stack(
            "flow-lines",
            inputs.lineWith(endpoint, Say.SERVER_PATH, hint),
            server(how.at("connection")));
    all.getChildren().addAll(about);
    all.getChildren().add(inputs.more(call, Say.MORE_SERVER, more(how).toArray(Node[]::new)));
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
    HBox.setHgrow(box, Priority.ALWAYS);
    Hyperlink settings = new Hyperlink(inputs.words().text(Say.SERVER_SETTINGS));
    settings.setId(Inputs.id(path) + "-settings");
    settings.setMinWidth(Region.USE_PREF_SIZE);
    settings.setOnAction(_ -> inputs.onConnections());
    return inputs.labelled(Say.SERVER, row("flow-row", box, settings), box, "", path);
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

  private List<Node> more(JsonPath how) {
    JsonPath again = call.at("retryConfig");
    List<Node> more = new ArrayList<>();
    List<String> methods = UsualCall.METHODS;
    more.add(
        inputs.choice(how.at("method"), Say.SERVER_METHOD, methods, methods.getFirst(), value -> value));
    more.add(seconds(call.at("timeoutMs"), Say.SERVER_TIMEOUT, usual.timeout()));
    String times = String.valueOf(usual.again());
    more.add(inputs.number(again.at("maxRetries"), Say.SERVER_RETRIES, 1, Say.TIMES, times));
    more.add(
        row(
            "flow-row",
            seconds(again.at("initialDelayMs"), Say.SERVER_PAUSE, usual.pause()),
            seconds(again.at("maxDelayMs"), Say.SERVER_PAUSE_MOST, usual.longestPause())));
    more.add(paragraph(inputs.words().text(Say.SERVER_PAUSE_HINT), "field-hint", "small"));
    if (ofStep) {
      more.add(
          inputs.choice(
              call.at("executionMode"),
              Say.SERVER_MODE,
              List.of("SERVER_SYNC", "SERVER_ASYNC", "SERVER_VALIDATION"),
              mode(),
              value -> inputs.words().named("mode", value)));
    }
    return more;
  }

  private Node seconds(JsonPath path, Say title, Duration otherwise) {
    return inputs.number(path, title, 1000, Say.SECONDS, String.valueOf(otherwise.toSeconds()));
  }

  private String mode() {
    return call.at("type").text(inputs.text().json()).equals("VALIDATION")
        ? "SERVER_VALIDATION"
        : "SERVER_SYNC";
  }

  /// What is sent: each name with the path of its value.
  static Node mapping(Inputs inputs, JsonPath path, Say title) {
    VBox rows = stack("flow-lines");
    new ServerInputs(inputs, path, false, UsualCall.ASKED).fill(rows, path);
    return inputs.labelled(
        title, rows, rows, inputs.words().text(Say.MAPPING_HINT), path);
  }

  private void fill(VBox rows, JsonPath path) {
    rows.getChildren().clear();
    for (String target : targets(path)) {
      TextField value = inputs.line(path.at(target), Say.MAPPING_PATH, Say.MAPPING_PATH);
      value.setAccessibleText(inputs.words().text(Say.MAPPING_PATH) + ", " + target);
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
      inputs.editor().type(path.at(name), before -> before.put(path.at(name), first));
      fill(rows, path);
    }
  }
}
