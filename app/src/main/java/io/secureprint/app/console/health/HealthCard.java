// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One part: how it is, what to do if it is not well, and what there is to know of it.
final class HealthCard extends VBox {
  private final Messages messages;

  HealthCard(Part part, Messages messages) {
    this.messages = messages;
    getStyleClass().add("health-card");
    setMaxWidth(Double.MAX_VALUE);
    String name = messages.text(HealthWords.of(part.kind()));
    String title = part.subject().isEmpty() ? name : name + " · " + part.subject();
    HBox mark =
        row(
            "status",
            icon(HealthWords.picture(part.state())),
            label(messages.text(HealthWords.of(part.state()))));
    mark.getStyleClass().add(HealthWords.style(part.state()));
    getChildren()
        .add(
            row(
                "health-head",
                icon(HealthWords.picture(part.kind())),
                label(title, "strong"),
                gap(),
                mark));
    if (part.code() != null) {
      getChildren().add(trouble(part.code(), part.state()));
    }
    part.facts().forEach(fact -> getChildren().add(told(fact)));
  }

  private Node trouble(String code, State state) {
    String style = state == State.FAILED ? "note-danger" : "note-attention";
    return Notice.of(style, messages, code);
  }

  private Node told(Fact fact) {
    String about = messages.text(HealthWords.of(fact.about()));
    return row("fact", label(about, "muted"), gap(), label(HealthWords.value(fact, messages)));
  }
}
