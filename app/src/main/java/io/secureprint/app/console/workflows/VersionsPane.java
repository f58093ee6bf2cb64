// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Change;
import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.authoring.Workshop.Version;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/// What ran when, by whom and why; below it what the chosen version would change, and the way back to
/// it.
final class VersionsPane extends VBox {
  private final WorkflowsViewModel model;
  private final FlowWords words;
  private final TimeWords times;
  private final ListView<Version> list = new ListView<>();
  private final VBox changes = stack("change-list");
  private final HoldButton revert;
  private final Subscription following;

  VersionsPane(WorkflowsViewModel model, FlowWords words, TimeWords times) {
    this.model = model;
    this.words = words;
    this.times = times;
    this.revert = new HoldButton(this::onRevert, words.messages().text(Phrase.HOLD_TIP));
    getStyleClass().add("flow-side");
    list.setId("flow-versions");
    list.setItems(model.versions().rows());
    list.setCellFactory(_ -> new VersionCell());
    list.setPrefHeight(200);
    list.setMinHeight(180);
    list.setPlaceholder(paragraph(words.text(Say.NO_VERSIONS), "muted"));
    list.getSelectionModel().selectedItemProperty()
        .subscribe((_, now) -> model.versions().onChoose(now));
    ScrollPane scroll = new ScrollPane(changes);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("flow-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    revert.setId("flow-revert");
    revert.getStyleClass().add("hold-danger");
    revert.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(list, scroll, revert);
    following = model.versions().compared().subscribe(_ -> show());
  }

  void close() {
    following.unsubscribe();
  }

  private void onRevert() {
    Version chosen = model.versions().chosen().get();
    if (chosen != null) {
      model.onRevert(chosen.number());
    }
  }

  private void show() {
    changes.getChildren().clear();
    model.versions().compared().get().ifPresentOrElse(
        found -> {
          boolean first = found.from() == 0;
          changes.getChildren()
              .add(
                  label(
                      first
                          ? words.text(Say.VERSION_FIRST)
                          : words.text(Say.COMPARED, found.from(), found.to()),
                      "section"));
          if (found.changes().isEmpty()) {
            changes.getChildren().add(paragraph(words.text(Say.SAME), "muted"));
          }
          found.changes().stream().map(this::line).forEach(changes.getChildren()::add);
        },
        () -> changes.getChildren().add(paragraph(words.text(Say.CHOOSE_VERSION), "muted")));
    Version chosen = model.versions().chosen().get();
    Shapes.show(revert, model.versions().mayRevert());
    revert.setText(chosen == null ? "" : words.text(Say.REVERT, chosen.number()));
  }

  private Node line(Change change) {
    ChangeWords said = new ChangeWords(model.editor().text().get(), words);
    if (change.kind() != Change.Kind.SET) {
      return stack(
          "change",
          paragraph(said.step(change), "strong"),
          paragraph(words.named("change", change.kind().name()), "muted", "small"));
    }
    return stack(
        "change",
        paragraph(said.step(change) + " · " + said.place(change), "muted", "small"),
        paragraph(said.fromTo(change), "strong"));
  }

  /// What the shop began with is nobody's.
  private String author(Version version) {
    return version.author().equals(Workshop.BUILT_IN) ? words.text(Say.BUILT_IN) : version.author();
  }

  /// One version.
  private final class VersionCell extends ListCell<Version> {
    @Override
    protected void updateItem(@Nullable Version version, boolean empty) {
      super.updateItem(version, empty);
      setText(null);
      setGraphic(empty || version == null ? null : drawn(version));
    }

    private Node drawn(Version version) {
      boolean runs = version.number() == model.piece().get().published();
      HBox head =
          row(
              "fact",
              label(words.text(Say.VERSION, version.number()), "strong"),
              gap(),
              label(runs ? words.text(Say.VERSION_RUNS) : "", "version-runs"));
      VBox cell =
          stack(
              "version",
              head,
              label(
                  words.messages().text(
                      Phrase.VERSION_BY, times.clock(version.at(), model.now()), author(version)),
                  "muted",
                  "small"));
      String why =
          version.reverts() == 0
              ? version.note()
              : words.text(Say.VERSION_REVERTS, version.reverts());
      if (!why.isEmpty()) {
        cell.getChildren().add(label(why, "small", "version-note"));
      }
      return cell;
    }
  }
}
