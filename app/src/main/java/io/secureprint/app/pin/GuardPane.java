// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import org.kordamp.ikonli.feather.Feather;

/// The console behind its lock, and under the pad that asks for a PIN.
public final class GuardPane extends StackPane {
  private final Parent content;
  private final GuardViewModel model;
  private final Messages messages;
  private final String shop;
  private final ObservableValue<? extends Number> wanting;
  private final Runnable focus;
  private final StackPane cover = new StackPane();
  private final Subscription following;
  private @Nullable Node back;

  /// @param wanting how many want a person, told also while the console is locked
  /// @param focus puts the keyboard where a person starts
  public GuardPane(
      Parent content,
      GuardViewModel model,
      Messages messages,
      String shop,
      ObservableValue<? extends Number> wanting,
      Runnable focus) {
    this.content = content;
    this.model = model;
    this.messages = messages;
    this.shop = shop;
    this.wanting = wanting;
    this.focus = focus;
    getChildren().addAll(content, cover);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onMove);
    addEventFilter(MouseEvent.ANY, this::onMove);
    cover.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.login().subscribe(_ -> draw()), model.request().subscribe(_ -> draw()));
  }

  /// Puts the keyboard where a person starts: on the pad while there is one.
  public void focus() {
    Node pad = cover.lookup("#pin-pad");
    if (pad == null) {
      focus.run();
    } else {
      pad.requestFocus();
    }
  }

  /// Lets go of the view model, which outlives this view.
  public void close() {
    following.unsubscribe();
  }

  private void draw() {
    PinPadViewModel login = model.login().getValue();
    PinRequest request = model.request().get();
    boolean covered = login != null || request != null;
    if (covered && !cover.isVisible() && getScene() != null) {
      back = getScene().getFocusOwner();
    }
    Shapes.show(content, login == null);
    content.setDisable(covered);
    Shapes.show(cover, covered);
    cover.getStyleClass().setAll(login == null ? "pin-cover" : "pin-lock");
    if (request != null) {
      ask(request);
    } else if (login != null) {
      lock(login);
    } else {
      cover.getChildren().clear();
      uncovered();
    }
  }

  private void uncovered() {
    if (back != null && Objects.equals(back.getScene(), getScene())) {
      back.requestFocus();
    } else if (getScene() != null) {
      focus.run();
    }
    back = null;
  }

  private void lock(PinPadViewModel login) {
    PinPad pad = new PinPad(login, PinWords.in(messages));
    VBox card =
        stack(
            "pin-card",
            icon(Feather.LOCK, "pin-icon"),
            label(shop, "pin-title"),
            wanting(),
            pad);
    show(card, pad);
  }

  private Node wanting() {
    Label said = label("", "pin-wanting");
    said.textProperty().bind(wanting.map(count -> messages.text(Phrase.WANTING, count)));
    said.visibleProperty().bind(wanting.map(count -> count.intValue() > 0));
    said.managedProperty().bind(said.visibleProperty());
    return said;
  }

  private void ask(PinRequest request) {
    PinPad pad = new PinPad(request.pad(), PinWords.in(messages));
    Button cancel = new Button(messages.text(Phrase.PIN_CANCEL));
    cancel.setId("pin-cancel");
    cancel.getStyleClass().add("flat");
    cancel.setOnAction(_ -> model.onGiveUp());
    VBox card =
        stack("pin-card", label(messages.text(PinWords.what(request.wish().permission())), "pin-title"));
    Paise amount = request.wish().amount();
    if (!amount.equals(Paise.ZERO)) {
      card.getChildren().add(label(amount.inRupees(), "pin-amount"));
    }
    card.getChildren().addAll(pad, cancel);
    show(card, pad);
  }

  private void show(VBox card, PinPad pad) {
    card.setAlignment(Pos.TOP_CENTER);
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    cover.getChildren().setAll(card);
    pad.requestFocus();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.request().get() != null) {
      model.onGiveUp();
      event.consume();
    }
  }

  private void onMove(InputEvent event) {
    model.onTouch();
  }
}
