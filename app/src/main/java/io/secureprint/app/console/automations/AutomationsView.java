// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

/// What the shop does by itself: the automations at the left, the chosen one at the right; and, in their
/// own tab, events that could not be brought. Space switches, Enter goes to the form, Escape back.
public final class AutomationsView implements ScreenView {
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN);
  private static final KeyCombination OTHER = new KeyCodeCombination(KeyCode.F6);

  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final ListView<Card> list;
  private final AutomationDetail detail;
  private final LettersPane letters;
  private final ToggleButton toList;
  private final ToggleButton toLetters;
  private final ToggleButton putAway;
  private final Button create;
  private final StackPane side = new StackPane();
  private final HBox automations;
  private final BorderPane root = new BorderPane();
  private final Bound bound = new Bound();

  public AutomationsView(AutomationsViewModel model, TimeWords times) {
    this.model = model;
    this.words = new AutomationWords(times);
    this.list = new ListView<>(model.list().shown());
    this.detail = new AutomationDetail(model, words);
    this.letters = new LettersPane(model, words);
    this.toList = tab("auto-to-list", Feather.ZAP, words.text(Phrase.AUTO_TAB_LIST));
    this.toLetters = tab("auto-to-letters", Feather.INBOX, "");
    this.putAway = tab("auto-put-away", Feather.ARCHIVE, "");
    this.create = new Button(words.text(Phrase.AUTO_NEW), icon(Feather.PLUS));
    this.automations = row("auto-columns", list, side);
    furnish();
    root.getStyleClass().addAll("screen", "automations");
    root.setTop(
        stack(
            "auto-top",
            row("tabs", toList, toLetters, gap(), putAway, create),
            new AnswerPane(model, words, bound)));
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    follow();
    showList();
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and reads what is new.
  @Override
  public void focus() {
    model.onReload();
    root.applyCss();
    (toLetters.isSelected() ? toLetters : list).requestFocus();
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    bound.close();
    detail.close();
    letters.close();
  }

  private void furnish() {
    toList.setOnAction(_ -> showList());
    toLetters.setOnAction(_ -> showLetters());
    bound.both(putAway.selectedProperty(), model.list().showsPutAway());
    list.setId("automations");
    list.getStyleClass().addAll("auto-list", "auto-cards");
    list.setCellFactory(_ -> new CardCell(model, words));
    list.setAccessibleText(words.text(Phrase.AUTO_LIST_TIP));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onListKey);
    create.setId("auto-new");
    create.setOnAction(_ -> {
      showList();
      putAway.setSelected(false);
      model.onNew();
      detail.focusEntry();
    });
    automations.setFillHeight(true);
    HBox.setHgrow(side, Priority.ALWAYS);
    side.setMinWidth(0);
  }

  private void follow() {
    bound.and(model.list().failed().subscribe(failed -> list.setPlaceholder(nothing(failed))));
    bound.and(list.getSelectionModel().selectedItemProperty().subscribe(model::onChoose));
    bound.and(model.chosen().subscribe(_ -> showSide()));
    bound.and(model.editing().subscribe(_ -> showSide()));
    bound.and(
        model.asked().subscribe(asked -> {
          if (asked instanceof Asked.Faulty) {
            detail.showWrong();
          }
        }));
    bound.list(model.list().shown(), this::keepChosen);
    bound.and(model.list().putAway().subscribe(this::showPutAway));
    bound.and(list.widthProperty().subscribe((_, _) -> list.refresh()));
    bound.list(
        model.letters().letters(),
        () ->
            toLetters.setText(
                words.text(Phrase.AUTO_TAB_LETTERS, model.letters().letters().size())));
  }

  private ToggleButton tab(String id, Feather picture, String name) {
    ToggleButton tab = new ToggleButton(name, icon(picture));
    tab.setId(id);
    tab.getStyleClass().addAll("flat", "tab-button");
    return tab;
  }

  private void showList() {
    toList.setSelected(true);
    toLetters.setSelected(false);
    root.setCenter(automations);
  }

  private void showLetters() {
    toList.setSelected(false);
    toLetters.setSelected(true);
    root.setCenter(letters);
    model.letters().onReload();
  }

  private void showPutAway(Number count) {
    putAway.setText(words.text(Phrase.AUTO_PUT_AWAY, count));
    Shapes.show(putAway, count.intValue() > 0);
  }

  /// The list is read anew now and then; what was chosen stays so.
  private void keepChosen() {
    Card chosen = model.chosen().get();
    model.list().shown().stream()
        .filter(card -> chosen != null && card.id().equals(chosen.id()))
        .findFirst()
        .ifPresentOrElse(
            list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
  }

  private void showSide() {
    Card chosen = model.chosen().get();
    keepChosen();
    list.refresh();
    // What stays where it is keeps the keyboard and what it shows.
    if (chosen == null && !model.editing().get()) {
      side.getChildren().setAll(
          Shapes.emptyState(
              Feather.ZAP,
              words.text(Phrase.AUTO_CHOOSE),
              words.text(Phrase.AUTO_CHOOSE_HINT)));
    } else if (detail.getParent() == null) {
      side.getChildren().setAll(detail);
    }
  }

  private Node nothing(boolean failed) {
    return failed
        ? Shapes.emptyState(
            Feather.ALERT_TRIANGLE,
            words.text(Phrase.AUTO_FAILED),
            words.text(Phrase.AUTO_FAILED_HINT))
        : label(words.text(Phrase.ASK_WORKING), "muted");
  }

  private void onListKey(KeyEvent event) {
    Card card = list.getSelectionModel().getSelectedItem();
    if (card != null && !card.putAway() && event.getCode() == KeyCode.SPACE) {
      model.onSwitch(card, !card.enabled());
      event.consume();
    } else if (card != null && event.getCode() == KeyCode.ENTER) {
      detail.focusEntry();
      event.consume();
    }
  }

  private void onKey(KeyEvent event) {
    boolean form = model.editing().get() && toList.isSelected();
    if (form && SAVE.match(event)) {
      model.onSave();
      event.consume();
    } else if (form && OTHER.match(event)) {
      detail.showNext();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && toList.isSelected()) {
      list.requestFocus();
      event.consume();
    }
  }
}
