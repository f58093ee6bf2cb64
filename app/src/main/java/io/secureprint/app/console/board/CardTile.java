// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Phrase;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;

/// One task as a card: what it is, how much it presses, whose it is, and its clock.
final class CardTile extends VBox {
  /// A longer title is told in full beside the board.
  private static final int LONGEST = 90;
  private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

  private final TaskCard card;
  private final BoardWords words;
  private final PromiseLabel promise;

  CardTile(TaskCard card, BoardWords words) {
    this.card = card;
    this.words = words;
    this.promise = new PromiseLabel(words);
    Task task = card.task();
    setId("card-" + card.id());
    getStyleClass().addAll("card-tile", "card-" + task.priority().word());
    setAccessibleRole(AccessibleRole.BUTTON);
    Paragraph title = paragraph(shortened(task.title()), "card-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head =
        row("card-head", icon(BoardWords.picture(task.priority()), "card-priority"), title);
    head.setAlignment(Pos.TOP_LEFT);
    Label about = label(about(task), "muted", "small");
    Label who = label(words.assignee(card), "small");
    if (task.assignee() == null) {
      who.getStyleClass().add("muted");
    }
    getChildren().addAll(head, about, row("status", icon(Feather.USER, "card-user"), who), promise);
  }

  TaskCard card() {
    return card;
  }

  /// It is the one that is open beside the board.
  void markOpen(boolean open) {
    pseudoClassStateChanged(OPENED, open);
  }

  /// It follows the mouse to another column.
  void markDragged(boolean away) {
    pseudoClassStateChanged(DRAGGED, away);
    setCursor(away ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
  }

  /// Tells how the promise stands by now.
  void tick(ShopCalendar calendar, Instant now) {
    promise.show(card, calendar, now);
    setAccessibleText(
        words.text(
            Phrase.TASK_CARD_TOLD,
            card.task().title(),
            words.type(card.task().type()),
            words.of(card.task().priority()),
            words.assignee(card),
            promise.said()));
  }

  private String about(Task task) {
    String type = words.type(task.type());
    return switch (task.priority()) {
      case NORMAL -> type;
      case LOW, HIGH, URGENT -> words.of(task.priority()) + " · " + type;
    };
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST
        ? title
        : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST))) + "…";
  }
}
