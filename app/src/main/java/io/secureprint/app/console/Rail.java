// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;

import io.secureprint.agent.board.BoardFigures;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The screens there are, and the kiosk's switch at the foot.
final class Rail extends VBox {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  /// Lower than this, what stands in it stands closer together.
  private static final double ROOMY = 700;

  private final Messages messages;
  private final VBox screens = Shapes.stack("rail-screens");
  private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
  private final Label wanting = label("", "wanting");
  private final Label pressing = label("", "wanting");
  private final Button kiosk = new Button();

  Rail(String shop, Messages messages) {
    this.messages = messages;
    getStyleClass().add("rail");
    kiosk.setId("kiosk-full-screen");
    kiosk.getStyleClass().add("rail-button");
    kiosk.setMaxWidth(Double.MAX_VALUE);
    heightProperty().subscribe(
        height -> pseudoClassStateChanged(LOW, height.doubleValue() < ROOMY));
    getChildren().addAll(Shapes.paragraph(shop, "rail-shop"), screens, gap(), kiosk);
  }

  void add(Screen screen, Shortcut shortcut) {
    ToggleButton button =
        new ToggleButton(messages.text(screen.title()), icon(screen.picture()));
    button.setId("nav-" + screen.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> shortcut.action().run());
    button.setTooltip(new Tooltip(TopBar.tip(messages, screen.title(), shortcut.keys())));
    buttons.put(screen, button);
    screens.getChildren().add(button);
    if (screen == Screen.TODAY) {
      screens.getChildren().add(wanting);
    } else if (screen == Screen.BOARD) {
      screens.getChildren().add(pressing);
    }
  }

  void select(Screen screen) {
    buttons.forEach((each, button) -> button.setSelected(each == screen));
  }

  void showWanting(int count) {
    Shapes.show(wanting, count > 0);
    wanting.setText(messages.text(Phrase.WANTING, count));
  }

  /// How many open tasks are late, and how many soon will be.
  void showPressing(BoardFigures board) {
    BoardFigures.Promises promises = board.promises();
    List<String> counts = new ArrayList<>();
    if (promises.overdue() > 0) {
      counts.add(messages.text(Phrase.BOARD_COUNT_LATE, promises.overdue()));
    }
    if (promises.warned() > 0) {
      counts.add(messages.text(Phrase.BOARD_COUNT_SOON, promises.warned()));
    }
    Shapes.show(pressing, !counts.isEmpty());
    pressing.setText(String.join("\n", counts));
  }

  void bindKiosk(Shortcut shortcut) {
    kiosk.setTooltip(new Tooltip(TopBar.tip(messages, Phrase.KIOSK_TIP, shortcut.keys())));
    kiosk.setOnAction(_ -> shortcut.action().run());
  }

  /// Somebody who has practised enough may set up the shop.
  void offerSetUp(Runnable action) {
    Button setUp = new Button(messages.text(Phrase.SET_UP_SHOP), icon(Feather.FLAG));
    setUp.setId("set-up");
    setUp.getStyleClass().addAll("rail-button", "accent-words");
    setUp.setMaxWidth(Double.MAX_VALUE);
    setUp.setOnAction(_ -> action.run());
    getChildren().add(getChildren().indexOf(kiosk), setUp);
  }

  void showKiosk(boolean full) {
    Phrase name = full ? Phrase.KIOSK_IN_WINDOW : Phrase.KIOSK_FULL_SCREEN;
    kiosk.setText(messages.text(name));
    kiosk.setGraphic(icon(full ? Feather.MINIMIZE : Feather.MAXIMIZE));
  }
}
