// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Scene;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.fx.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The workflow tried out: the person is the customer, the server and the counter in turn. Nothing is
/// called, printed or paid.
final class TryPane extends VBox {
  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final VBox scene = stack("flow-lines");
  private final Subscription following;

  TryPane(WorkflowsViewModel model, FlowWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("flow-side");
    Button begin = new Button(words.text(Say.TRY_BEGIN), icon(Feather.PLAY));
    begin.setId("try-begin");
    begin.getStyleClass().add("accent");
    begin.setMaxWidth(Double.MAX_VALUE);
    begin.setOnAction(_ -> model.onTry());
    ScrollPane scroll = new ScrollPane(scene);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("flow-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(begin, scroll);
    following = model.rehearsal().state().subscribe(this::show);
  }

  void close() {
    following.unsubscribe();
  }

  private void show(RehearsalViewModel.State state) {
    switch (state) {
      case RehearsalViewModel.State.Idle() ->
          scene.getChildren().setAll(paragraph(words.text(Say.TRY_HINT), "muted"));
      case RehearsalViewModel.State.Working() -> {}
      case RehearsalViewModel.State.Wrong() ->
          scene.getChildren().setAll(stack("note-attention", paragraph(words.text(Say.TRY_WRONG))));
      case RehearsalViewModel.State.Failed() ->
          scene.getChildren().setAll(stack("note-danger", paragraph(words.text(Say.TRY_FAILED))));
      case RehearsalViewModel.State.At at -> {
        List<Node> all = new ArrayList<>();
        all.add(passed(at));
        all.addAll(now(at));
        List<Node> known = known(at);
        if (!known.isEmpty()) {
          all.add(label(words.text(Say.TRY_KNOWN), "section"));
          all.addAll(known);
        }
        scene.getChildren().setAll(all);
      }
    }
  }

  /// What was found out, by the names that the person gave it.
  private List<Node> known(RehearsalViewModel.State.At at) {
    List<Node> lines = new ArrayList<>();
    for (String root : at.known().names()) {
      if (!root.equals("context")) {
        at.known().object(root).members().forEach(
            (key, value) -> {
              String path = root + "." + key;
              String name = NameWords.plain(at.text(), words, path);
              String said = NameWords.value(at.text(), words, path, value);
              lines.add(paragraph(words.text(Say.TRY_KNOWN_LINE, name, said), "small"));
            });
      }
    }
    return lines;
  }

  /// The way so far, by the names of the steps.
  private Node passed(RehearsalViewModel.State.At at) {
    List<String> names = at.passed().stream().map(id -> name(at.text(), id)).toList();
    return paragraph(
        names.isEmpty() ? words.text(Say.TRY_FIRST) : String.join(" → ", names), "muted", "small");
  }

  private String name(WorkflowText text, String id) {
    int index = text.ids().indexOf(id);
    String label = index < 0 ? "" : words.said(text.steps().get(index), "label");
    return label.isEmpty() ? words.named("step", id) : label;
  }

  private List<Node> now(RehearsalViewModel.State.At at) {
    return switch (at.scene()) {
      case Scene.Asks asks -> asks(at, asks);
      case Scene.Calls call -> List.of(
          title(at, call.step()), new CallPane(call, checks(at, call), model.rehearsal(), words));
      case Scene.Decides(String step) -> List.of(
          title(at, step),
          paragraph(words.text(Say.TRY_DECIDES)),
          row(
              "flow-row",
              button("try-yes", Say.TRY_YES, () -> model.rehearsal().onDecide(true)),
              button("try-refuse", Say.TRY_NO, () -> model.rehearsal().onDecide(false))));
      case Scene.Waits(String step, String message) -> List.of(
          title(at, step),
          paragraph(message.isEmpty() ? words.text(Say.TRY_WAITS) : words.text(Say.TRY_WAITS_FOR, message)),
          button("try-on", Say.TRY_ON, () -> model.rehearsal().onGoOn()));
      case Scene.Prints(String step, Optional<Scene.Off> off) -> List.of(
          title(at, step),
          paragraph(words.text(Say.TRY_PRINTS)),
          off.map(this::off).orElseGet(() -> label(words.text(Say.TRY_NO_OFF), "muted")),
          button("try-on", Say.TRY_ON, () -> model.rehearsal().onGoOn()));
      case Scene.Ended ended -> ended(ended);
    };
  }

  private Node off(Scene.Off off) {
    return row(
        "note-success",
        icon(Feather.TAG),
        label(words.text(Say.TRY_OFF, words.said(off.label()), off.percent()), "strong"));
  }

  private List<Node> asks(RehearsalViewModel.State.At at, Scene.Asks asks) {
    int index = at.text().ids().indexOf(asks.step());
    FlowWords language = FlowWords.of(Messages.in(words.messages().language()));
    Phone.Shown shown =
        new Phone.Shown(
            at.text().steps().get(index),
            language,
            PreviewPane.at(at.text(), index),
            PreviewPane.of(at.text()),
            at.known(),
            model.rehearsal().typed(),
            words.said(asks.message()),
            asks.errors());
    return List.of(new Phone(shown, Optional.of(model.rehearsal()::onAnswer)));
  }

  private List<Node> ended(Scene.Ended ended) {
    boolean well = ended.status().equals("COMPLETED");
    String how = words.named("ended", ended.status());
    String code = ended.code();
    List<Node> all = new ArrayList<>();
    all.add(
        stack(
            well ? "note-success" : "note-attention",
            label(how, "strong"),
            paragraph(well ? words.text(Say.TRY_WELL) : words.messages().code(code).what())));
    if (!ended.result().equals(JsonObject.EMPTY)) {
      all.add(label(words.text(Say.TRY_RESULT), "section"));
      all.add(paragraph(ended.result().pretty(), "flow-json", "small"));
    }
    return all;
  }

  /// Whether the server says that something is right or not.
  private static boolean checks(RehearsalViewModel.State.At at, Scene.Calls call) {
    int index = at.text().ids().indexOf(call.step());
    return index >= 0 && !at.text().type(index).equals(StepKind.API_CALL.name());
  }

  private Node title(RehearsalViewModel.State.At at, String step) {
    return label(name(at.text(), step), "detail-title");
  }

  private Button button(String id, Say say, Runnable action) {
    Button button = new Button(words.text(say));
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
