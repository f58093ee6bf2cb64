// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.layout.VBox;

/// What there is to fill in for the workflow as a whole.
final class WholeForm extends VBox {
  WholeForm(Inputs inputs) {
    getStyleClass().add("flow-form");
    FlowWords words = inputs.words();
    FaultLines rest =
        new FaultLines(
            words,
            fault ->
                !fault.where().within(JsonPath.of("steps"))
                    && !fault.where().within(JsonPath.of("config.discount"))
                    && !inputs.isTold(fault));
    getChildren()
        .addAll(
            label(words.text(Say.WHOLE), "strong"),
            paragraph(words.text(Say.WHOLE_HINT), "muted", "small"),
            rest,
            inputs.lineWith(JsonPath.of("name"), Say.WHOLE_NAME, Say.WHOLE_NAME_HINT),
            inputs.lineWith(
                JsonPath.of("description"), Say.WHOLE_DESCRIPTION, Say.WHOLE_DESCRIPTION_HINT),
            stepsFaults(inputs));
    if (!inputs.isPrint()) {
      end(inputs);
    }
    inputs.follow(inputs.editor().looked().subscribe(rest::show));
  }

  /// What comes out, and who is told; the customers' own workflow ends with paper.
  private void end(Inputs inputs) {
    getChildren()
        .addAll(
            ServerInputs.mapping(inputs, JsonPath.of("config.apiMapping"), Say.RESULT),
            inputs.yes(JsonPath.of("config.sensitive"), Say.WHOLE_SENSITIVE, false),
            inputs.more(
                JsonPath.of("config"),
                Say.MORE,
                ServerInputs.completion(inputs, JsonPath.of("config.completion"))));
  }

  /// What is wrong with the list of steps, but not with one of them.
  private static FaultLines stepsFaults(Inputs inputs) {
    FaultLines lines =
        new FaultLines(inputs.words(), fault -> fault.where().equals(JsonPath.of("steps")));
    inputs.follow(inputs.editor().looked().subscribe(lines::show));
    return lines;
  }
}
