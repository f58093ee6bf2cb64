// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.Task;
import io.secureprint.app.fx.Phrase;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One task beside the board: what it is, where it may go, whose it is, what was written under it and
/// what happened to it.
final class CardDetail extends VBox {
  private final BoardViewModel model;
  private final BoardWords words;
  private final VBox about = stack("card-about");
  private final TitlePane title;
  private final PromiseLabel promise;
  private final MovePane moves;
  private final OwnerPane owner;
  private final CommentsPane comments;
  private final VBox history = stack("card-history");
  private @Nullable String shown;

  CardDetail(BoardViewModel model, BoardWords words) {
    this.model = model;
    this.words = words;
    this.title = new TitlePane(model.card(), words);
    this.promise = new PromiseLabel(words);
    this.moves = new MovePane(model.card(), words);
    this.owner = new OwnerPane(model, words);
    this.comments = new CommentsPane(model.card(), words);
    setId("card-detail");
    getStyleClass().add("detail");
    VBox body = stack("detail-body", about, promise, moves, owner, comments, history);
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll);
  }

  void show(OpenCard open) {
    Task task = open.card().task();
    title.show(task);
    about.getChildren().setAll(head(task), title, label(kind(task), "muted"), since(open, task));
    Instant due = task.live().due();
    if (due != null) {
      about
          .getChildren()
          .add(label(words.text(Phrase.TASK_DUE, words.times().clock(due, model.now().get()))));
    }
    about.getChildren().addAll(links(task));
    boolean another = !open.id().equals(shown);
    shown = open.id();
    moves.show(open.card(), model.card().wanted().get());
    owner.show(open.card(), another);
    comments.show(open.comments());
    showHistory(open);
    tick();
  }

  private void showHistory(OpenCard open) {
    history.getChildren().setAll(label(words.text(Phrase.TASK_HISTORY), "section"));
    open.history().reversed().forEach(each ->
        history
            .getChildren()
            .add(
                stack(
                    "fact-line",
                    paragraph(words.of(each)),
                    label(
                        words.times().clock(each.at(), model.now().get())
                            + " · "
                            + words.actor(each.actor()),
                        "muted",
                        "small"))));
  }

  /// Asks again whether a reason is wanted.
  void showWanted() {
    OpenCard open = model.card().opened().get();
    if (open != null) {
      moves.show(open.card(), model.card().wanted().get());
    }
  }

  void tick() {
    OpenCard open = model.card().opened().get();
    BoardViewModel.Sight sight = model.sight().get();
    if (open != null && sight != null) {
      promise.show(open.card(), sight.calendar(), model.now().get());
    }
  }

  /// Puts the keyboard where a person starts.
  void focusEntry() {
    moves.focusEntry();
  }

  void close() {
    title.close();
    moves.close();
    comments.close();
  }

  private Node head(Task task) {
    Button close = new Button("", icon(Feather.X));
    close.setId("card-close");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.text(Phrase.SESSION_CLOSE));
    close.setTooltip(new Tooltip(words.text(Phrase.TIP, words.text(Phrase.SESSION_CLOSE), "Esc")));
    close.setOnAction(_ -> model.card().onClose());
    var state =
        row("status", icon(BoardWords.picture(task.state())), label(words.of(task.state()), "strong"));
    return row("detail-head", state, gap(), close);
  }

  private String kind(Task task) {
    return words.type(task.type()) + " · " + words.area(task.area());
  }

  private Node since(OpenCard open, Task task) {
    String by = open.history().isEmpty() ? "" : words.actor(open.history().getFirst().actor());
    String at = words.times().clock(task.origin().createdAt(), model.now().get());
    return label(
        by.isEmpty() ? words.text(Phrase.SINCE, at) : words.text(Phrase.TASK_SINCE, at, by),
        "muted",
        "small");
  }

  private List<Node> links(Task task) {
    List<Node> links = new ArrayList<>();
    String plan = task.origin().planId();
    if (plan != null) {
      Button toPlan = new Button(words.text(Phrase.TASK_PLAN), icon(Feather.LIST));
      toPlan.setId("card-plan");
      toPlan.setOnAction(_ -> model.onPlan(plan));
      links.add(toPlan);
    }
    if (task.origin().executionId() != null) {
      links.add(paragraph(words.text(Phrase.TASK_EXECUTION), "muted", "small"));
    }
    if (task.origin().sessionId() != null) {
      links.add(paragraph(words.text(Phrase.TASK_SESSION), "muted", "small"));
    }
    return links;
  }
}
