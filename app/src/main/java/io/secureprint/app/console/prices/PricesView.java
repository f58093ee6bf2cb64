// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

/// The price list: figures at the left; at the right what they come to, or the versions there were
/// (F6 goes to and fro). Ctrl+Enter goes from the figures to the note, Enter from there to the button.
public final class PricesView implements ScreenView {
  private static final KeyCombination OTHER = new KeyCodeCombination(KeyCode.F6);
  private static final KeyCombination DONE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);
  private static final String UNREADABLE = "PRICES_UNREADABLE";

  private final PricesViewModel model;
  private final Messages messages;
  private final PriceTable table;
  private final PublishPane publish;
  private final VersionsPane versions;
  private final ToggleButton toPublish;
  private final ToggleButton toVersions;
  private final VBox answer = stack("price-answer");
  private final BorderPane root;
  private final Subscription following;

  public PricesView(PricesViewModel model, TimeWords times) {
    this.model = model;
    this.messages = times.messages();
    this.table = new PriceTable(model.form(), messages);
    this.publish = new PublishPane(model, times);
    this.versions = new VersionsPane(model, times);
    this.toPublish = tab("prices-change", Phrase.PRICES_TAB_CHANGE, Feather.EDIT_3);
    this.toVersions = tab("prices-versions", Phrase.PRICES_TAB_VERSIONS, Feather.CLOCK);
    ScrollPane scroll = new ScrollPane(table);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("price-scroll");
    this.root = new BorderPane(scroll);
    root.setTop(answer);
    root.setRight(side());
    root.getStyleClass().addAll("screen", "prices");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.asked().subscribe(_ -> showAnswer()),
            model.view().subscribe(_ -> showAnswer()));
    toPublish.setSelected(true);
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    model.versions().onReload();
    // What scrolls is in the scene only once its pane has a skin.
    root.applyCss();
    if (toVersions.isSelected()) {
      versions.focusList();
    } else {
      table.focusFirst();
    }
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
    table.close();
    publish.close();
    versions.close();
  }

  private Node side() {
    ToggleGroup tabs = new ToggleGroup();
    tabs.getToggles().addAll(toPublish, toVersions);
    tabs.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        tabs.selectToggle(before);
      }
    });
    Shapes.show(versions, false);
    toVersions.selectedProperty().subscribe(chosen -> {
      Shapes.show(versions, chosen);
      Shapes.show(publish, !chosen);
    });
    VBox side = stack("detail", row("tabs", toPublish, toVersions), publish, versions);
    BorderPane.setMargin(side, new Insets(0, 0, 0, 16));
    return side;
  }

  private ToggleButton tab(String id, Phrase name, Feather picture) {
    ToggleButton tab = new ToggleButton(messages.text(name), icon(picture));
    tab.setId(id);
    tab.getStyleClass().addAll("flat", "tab-button");
    tab.setFocusTraversable(false);
    tab.setTooltip(
        new Tooltip(messages.text(Phrase.TIP, messages.text(name), OTHER.getDisplayText())));
    tab.setOnAction(_ -> focus());
    return tab;
  }

  private void onKey(KeyEvent event) {
    boolean escape = event.getCode() == KeyCode.ESCAPE && toVersions.isSelected();
    if (OTHER.match(event) || escape) {
      (toVersions.isSelected() ? toPublish : toVersions).setSelected(true);
      focus();
      event.consume();
    } else if (DONE.match(event) && toPublish.isSelected()) {
      publish.focusNote();
      event.consume();
    }
  }

  private void showAnswer() {
    answer.getChildren().clear();
    PriceVersion newest = model.view().get().newest();
    if (!newest.isReadable()) {
      answer.getChildren().add(Notice.of("note-danger", messages, UNREADABLE));
    }
    switch (model.asked().get()) {
      case Asked.Nothing() -> {}
      case Asked.Working() ->
          answer.getChildren().add(stack("note", label(messages.text(Phrase.ASK_WORKING))));
      case Asked.Published(int number) ->
          answer
              .getChildren()
              .add(
                  stack(
                      "note-success",
                      paragraph(messages.text(Phrase.PRICES_PUBLISHED, number))));
      case Asked.Refused(String code) -> answer.getChildren().add(Notice.of("note-danger", messages, code));
    }
    Shapes.show(answer, !answer.getChildren().isEmpty());
  }
}
