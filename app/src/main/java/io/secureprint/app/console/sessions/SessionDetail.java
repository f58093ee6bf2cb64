// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.sessions;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.jspecify.annotations.Nullable;

/// One session at the right: who it is, what to take, what may be done, and what came of it.
final class SessionDetail extends VBox {
  private final SessionsViewModel model;
  private final Messages messages;
  private final VBox about = new VBox();
  private final AskedPane answer;
  private final TextField utr = new TextField();
  private final ReasonField reason;
  private final CreditField credit;
  private final HoldButton confirm;
  private final HoldButton cancel;
  private Subscription following = Subscription.EMPTY;
  private @Nullable SessionTile shown;

  SessionDetail(SessionsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.answer = new AskedPane(messages);
    this.credit = new CreditField(messages, this::onCredit);
    this.confirm = hold("confirm-cash", "hold-money", this::onConfirm);
    this.cancel = hold("cancel-session", "hold-danger", this::onCancel);
    this.reason = new ReasonField(messages);
    reason.missing().subscribe(this::allow);
    getStyleClass().add("detail");
    about.getStyleClass().add("detail-about");
    utr.setId("utr");
    utr.setOnAction(_ -> confirm.requestFocus());
    Shapes.show(utr, false);
    getChildren().addAll(about, utr, reason, confirm, credit, answer, gap(), cancel);
  }

  /// Shows a row until the next call; null shows nothing.
  void show(@Nullable SessionRow row) {
    following.unsubscribe();
    following = row == null ? Subscription.EMPTY : row.tile().subscribe(this::draw);
    Shapes.show(this, row != null);
  }

  void answer(Asked asked) {
    answer.show(asked);
    boolean free = !(asked instanceof Asked.Working);
    reason.setDisable(!free);
    allow();
    cancel.setDisable(!free);
    credit.setDisable(!free);
  }

  /// Nothing that costs money while another answer is awaited, or without the reason it takes.
  private void allow() {
    confirm.setDisable(reason.isDisabled() || (reason.isVisible() && reason.missing().get()));
  }

  void focusAction() {
    if (reason.isVisible()) {
      reason.focusEntry();
      return;
    }
    (utr.isVisible() ? utr : confirm.isVisible() ? confirm : cancel).requestFocus();
  }

  private void draw(SessionTile tile) {
    if (isAnother(tile)) {
      confirm.letGo();
      cancel.letGo();
      utr.clear();
      reason.clear();
    }
    shown = tile;
    about.getChildren().setAll(head(tile), check(tile));
    // Whoever decides about money looks at nothing else.
    if (!SessionsViewModel.isHeld(tile)) {
      about.getChildren().add(facts(tile));
    }
    if (tile.code() != null) {
      about.getChildren().add(Notice.of("note-attention", messages, tile.code()));
    }
    offer(tile);
    drawMoney(tile);
  }

  private void drawMoney(SessionTile tile) {
    if (confirm.isVisible()) {
      about.getChildren().add(money(tile));
      if (tile.money().mayBeMarked()) {
        about.getChildren().add(paragraph(messages.text(Phrase.UPI_SILENT), "muted"));
      }
      confirm.setText(confirmText(tile));
    } else if (tile.stage() == Stage.PAYING) {
      about.getChildren().addAll(money(tile), paragraph(messages.text(Phrase.UPI_GATEWAY), "muted"));
    } else if (!cancel.isVisible()) {
      about.getChildren().add(paragraph(messages.text(Phrase.CANCEL_NOT_NOW), "muted"));
    }
  }

  /// What was begun for another session, amount or stage must not act on this one.
  private boolean isAnother(SessionTile tile) {
    return shown == null
        || !shown.sessionId().equals(tile.sessionId())
        || !shown.price().equals(tile.price())
        || shown.stage() != tile.stage();
  }

  private void offer(SessionTile tile) {
    Shapes.show(confirm, SessionsViewModel.maySettle(tile));
    Shapes.show(credit, SessionsViewModel.mayUseCredit(tile));
    Shapes.show(cancel, SessionsViewModel.mayCancel(tile));
    boolean paid = tile.stage() == Stage.PRINTING;
    cancel.setText(messages.text(paid ? Phrase.HOLD_TO_STOP : Phrase.HOLD_TO_CANCEL));
    Shapes.show(utr, SessionsViewModel.isUpiByHand(tile));
    utr.setPromptText(
        messages.text(tile.money().mayBeMarked() ? Phrase.UPI_UTR_WHOLE : Phrase.UPI_UTR));
    Shapes.show(reason, SessionsViewModel.isHeld(tile));
    allow();
  }

  private Node head(SessionTile tile) {
    Button close = new Button(messages.text(Phrase.SESSION_CLOSE), Shapes.icon(Feather.X));
    close.getStyleClass().add("flat");
    close.setFocusTraversable(false);
    close.setOnAction(_ -> model.onClose());
    close.setTooltip(
        new Tooltip(messages.text(Phrase.TIP, messages.text(Phrase.SESSION_CLOSE), "Esc")));
    return row(
        "detail-head",
        dot(tile.name().colour(), 12),
        label(messages.name(tile.name()), "detail-title"),
        gap(),
        close);
  }

  private Node check(SessionTile tile) {
    return stack(
        "detail-check",
        row(
            "fact",
            label(messages.text(Phrase.COLUMN_CHECK), "muted"),
            gap(),
            label(tile.sas(), "check-digits")),
        paragraph(messages.text(Phrase.SESSION_CODE_HINT), "muted", "small"));
  }

  private Node facts(SessionTile tile) {
    return stack(
        "facts",
        fact(Phrase.COLUMN_STAGE, StageWords.of(tile, messages)),
        fact(Phrase.COLUMN_FILES, Integer.toString(tile.files())),
        fact(Phrase.COLUMN_SHEETS, Integer.toString(tile.sheets())));
  }

  private Node fact(Phrase name, String value) {
    return row("fact", label(messages.text(name), "muted"), gap(), label(value));
  }

  private String confirmText(SessionTile tile) {
    Paise held = tile.money().held();
    if (held == null) {
      boolean upi = SessionsViewModel.isUpiByHand(tile);
      return messages.text(
          upi ? Phrase.HOLD_UPI_SEEN : Phrase.HOLD_TO_CONFIRM, tile.price().inRupees());
    }
    long rest = tile.price().value() - held.value();
    return rest > 0
        ? messages.text(Phrase.HOLD_TO_ACCEPT, new Paise(rest).inRupees())
        : messages.text(Phrase.HOLD_TO_ACCEPT_ALL);
  }

  private Node money(SessionTile tile) {
    Paise held = tile.money().held();
    Phrase what =
        held != null || tile.money().byGateway()
            ? Phrase.COLUMN_PRICE
            : tile.money().method() == PayMethod.UPI ? Phrase.UPI_TO_SEE : Phrase.CASH_TO_TAKE;
    VBox money =
        stack(
            "cash",
            label(messages.text(what), "muted"),
            label(tile.price().inRupees(), "cash-amount"));
    if (held != null) {
      money.getChildren().add(fact(Phrase.UPI_HELD, held.inRupees()));
    }
    return money;
  }

  private HoldButton hold(String id, String style, Runnable action) {
    HoldButton button = new HoldButton(action, messages.text(Phrase.HOLD_TIP));
    button.setId(id);
    button.getStyleClass().add(style);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private void onConfirm() {
    if (shown == null) {
      return;
    }
    if (SessionsViewModel.isHeld(shown)) {
      model.onAccept(shown, reason.text());
    } else if (shown.money().mayBeMarked()) {
      model.onMark(shown, utr.getText());
    } else if (SessionsViewModel.isUpiByHand(shown)) {
      model.onConfirmUpi(shown, utr.getText());
    } else {
      model.onConfirmCash(shown);
    }
  }

  private void onCredit(String brief) {
    if (shown != null) {
      model.onCredit(shown, brief);
    }
  }

  private void onCancel() {
    if (shown != null) {
      model.onCancel(shown);
    }
  }
}
