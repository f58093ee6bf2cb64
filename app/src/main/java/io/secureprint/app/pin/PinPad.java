// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

/// Ten keys, and as many dots as digits were typed. Digits, Backspace, Enter and the arrows do the
/// same on a keyboard.
public final class PinPad extends VBox {
  private static final PseudoClass TYPED = PseudoClass.getPseudoClass("typed");
  private static final Duration TICK = Duration.millis(500);

  private final PinPadViewModel model;
  private final PinWords words;
  private final Label message = label("", "pin-message");
  private final HBox dots = Shapes.row("pin-dots");
  private final Timeline ticking;

  public PinPad(PinPadViewModel model, PinWords words) {
    this.model = model;
    this.words = words;
    this.ticking = new Timeline(new KeyFrame(TICK, _ -> model.onTick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    setId("pin-pad");
    getStyleClass().add("pin-pad");
    setAlignment(Pos.TOP_CENTER);
    setFocusTraversable(true);
    dots.setAlignment(Pos.CENTER);
    getChildren().addAll(people(), dots, message, keys());
    addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onPressed);
    setOnMousePressed(_ -> requestFocus());
    model.typed().subscribe(count -> showDots(count.intValue()));
    model.code().subscribe(_ -> say());
    model.busy().subscribe(_ -> say());
    model.seconds().subscribe(_ -> say());
    sceneProperty().subscribe(scene -> {
      if (scene == null) {
        ticking.stop();
      } else {
        ticking.play();
      }
    });
  }

  private Node people() {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("pin-people");
    chips.setAlignment(Pos.CENTER);
    for (Person person : model.who()) {
      ToggleButton chip = new ToggleButton(person.name(), icon(Feather.USER));
      chip.getStyleClass().add("pin-person");
      chip.setFocusTraversable(false);
      chip.setOnAction(_ -> {
        model.chosen().set(person);
        chip.setSelected(true);
        requestFocus();
      });
      model.chosen().subscribe(chosen -> chip.setSelected(chosen.equals(person)));
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private Node keys() {
    GridPane keys = new GridPane();
    keys.getStyleClass().add("pin-keys");
    keys.setAlignment(Pos.CENTER);
    for (int digit = 1; digit <= 9; digit++) {
      keys.add(digit(digit), (digit - 1) % 3, (digit - 1) / 3);
    }
    Button erase = key("", model::onErase);
    erase.setId("pin-erase");
    erase.setGraphic(icon(Feather.DELETE));
    erase.setAccessibleText(words.of(Phrase.PIN_ERASE));
    Button enter = key("", model::onEnter);
    enter.setId("pin-enter");
    enter.setGraphic(icon(Feather.CHECK));
    enter.setAccessibleText(words.of(Phrase.PIN_ENTER_KEY));
    enter.getStyleClass().add("pin-enter");
    enter.disableProperty().bind(model.typed().lessThan(Pin.SHORTEST).or(model.busy()));
    keys.addRow(3, erase, digit(0), enter);
    return keys;
  }

  private Button digit(int digit) {
    Button key = key(Integer.toString(digit), () -> model.onDigit('0' + digit));
    key.setId("pin-" + digit);
    return key;
  }

  private Button key(String text, Runnable action) {
    Button key = new Button(text);
    key.getStyleClass().add("pin-key");
    key.setFocusTraversable(false);
    key.setOnAction(_ -> {
      action.run();
      requestFocus();
    });
    return key;
  }

  private void onTyped(KeyEvent event) {
    boolean isShortcut = event.isControlDown() || event.isAltDown() || event.isMetaDown();
    if (!isShortcut) {
      event.getCharacter().codePoints().forEach(model::onDigit);
    }
    event.consume();
  }

  private void onPressed(KeyEvent event) {
    KeyCode key = event.getCode();
    switch (key) {
      case BACK_SPACE, DELETE -> model.onErase();
      case ENTER -> model.onEnter();
      case LEFT, UP -> model.onNext(-1);
      case RIGHT, DOWN -> model.onNext(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void showDots(int count) {
    while (dots.getChildren().size() < Math.max(Pin.SHORTEST, count)) {
      Region dot = new Region();
      dot.getStyleClass().add("pin-dot");
      dots.getChildren().add(dot);
    }
    dots.getChildren().remove(Math.max(Pin.SHORTEST, count), dots.getChildren().size());
    for (int at = 0; at < dots.getChildren().size(); at++) {
      dots.getChildren().get(at).pseudoClassStateChanged(TYPED, at < count);
    }
  }

  private void say() {
    String code = model.code().get();
    if (model.busy().get()) {
      message.setText(words.of(Phrase.ASK_WORKING));
    } else if (code.isEmpty()) {
      message.setText(words.of(Phrase.PIN_HINT));
    } else {
      long seconds = model.seconds().get();
      message.setText(words.code().apply(code) + (seconds > 0 ? "  " + clock(seconds) : ""));
    }
    message.pseudoClassStateChanged(
        PseudoClass.getPseudoClass("wrong"), !code.isEmpty() && !model.busy().get());
  }

  private static String clock(long seconds) {
    return String.format("%d:%02d", seconds / 60, seconds % 60);
  }
}
