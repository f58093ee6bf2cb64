// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Example;
import io.secureprint.agent.pricing.PriceChange;
import io.secureprint.agent.pricing.PriceDraft.Reading;
import io.secureprint.agent.pricing.PriceVersion;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// What the typed figures come to and change, and the one button that makes them count.
final class PublishPane extends VBox {
  private final PricesViewModel model;
  private final TimeWords times;
  private final Messages messages;
  private final PriceWords words;
  private final Label examplesTitle = label("", "section");
  private final VBox examples = stack("examples");
  private final Label changesTitle = label("", "section");
  private final ChangeList changes;
  private final VBox notices = stack("price-notices");
  private final TextField note = new TextField();
  private final CheckBox tomorrow = new CheckBox();
  private final HoldButton publish;
  private final Button startAgain = new Button();
  private final Subscription following;

  PublishPane(PricesViewModel model, TimeWords times) {
    this.model = model;
    this.times = times;
    this.messages = times.messages();
    this.words = new PriceWords(messages);
    this.changes = new ChangeList(messages);
    this.publish = new HoldButton(model::onPublish, messages.text(Phrase.HOLD_TIP));
    getStyleClass().add("side-pane");
    furnish();
    ScrollPane scroll = new ScrollPane(changes);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            examplesTitle,
            examples,
            notices,
            row("fact", changesTitle, gap(), startAgain),
            scroll,
            note,
            tomorrow,
            publish);
    following = follow();
  }

  void focusNote() {
    note.requestFocus();
  }

  /// Lets go of the view model, which outlives this pane.
  void close() {
    following.unsubscribe();
    note.textProperty().unbindBidirectional(model.note());
    tomorrow.selectedProperty().unbindBidirectional(model.tomorrow());
  }

  private void furnish() {
    publish.setId("publish-prices");
    publish.getStyleClass().add("hold-money");
    publish.setMaxWidth(Double.MAX_VALUE);
    note.setId("price-note");
    note.setPromptText(messages.text(Phrase.PRICES_NOTE));
    note.textProperty().bindBidirectional(model.note());
    note.addEventHandler(KeyEvent.KEY_RELEASED, this::onNoteKey);
    tomorrow.setId("price-tomorrow");
    tomorrow.setText(messages.text(Phrase.PRICES_TOMORROW));
    tomorrow.selectedProperty().bindBidirectional(model.tomorrow());
    startAgain.setId("price-start-again");
    startAgain.setText(messages.text(Phrase.PRICES_START_AGAIN));
    startAgain.setGraphic(icon(Feather.CORNER_UP_LEFT));
    startAgain.getStyleClass().addAll("flat", "small");
    startAgain.setOnAction(_ -> model.onStartAgain());
  }

  /// Only when Enter is let go: else the same press would begin to hold the button it lands on.
  private void onNoteKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      publish.requestFocus();
    }
  }

  private Subscription follow() {
    return Subscription.combine(
        model.form().reading().subscribe(_ -> showMay()),
        model.newest().subscribe(_ -> showMay()),
        model.asked().subscribe(_ -> showMay()),
        model.changes().subscribe(_ -> showMay()),
        model.form().told().subscribe(_ -> showChanges()),
        model.examples().subscribe(this::showExamples),
        model.form().paper().subscribe(this::showPaper),
        model.meanwhile().subscribe(_ -> showNotices()),
        model.view().subscribe(_ -> showNotices()));
  }

  /// A hold that was begun for other figures must not publish these.
  private void showMay() {
    publish.letGo();
    publish.setText(messages.text(Phrase.HOLD_TO_PUBLISH, model.newest().get().number() + 1));
    publish.setDisable(!model.mayPublish());
    Shapes.show(tomorrow, model.newest().get().isReadable());
    showChanges();
  }

  private void showChanges() {
    boolean faulty = model.form().reading().get() instanceof Reading.Faulty;
    List<PriceChange> next = model.changes().get();
    changesTitle.setText(messages.text(faulty ? Phrase.PRICES_TO_CORRECT : title(next)));
    changes.show(next);
    model.form()
        .firstFault()
        .ifPresent(
            fault -> changes.say(words.fault(words.field(fault.getKey()), fault.getValue())));
    Shapes.show(startAgain, faulty || !next.isEmpty());
  }

  private Phrase title(List<PriceChange> next) {
    if (!next.isEmpty()) {
      return Phrase.PRICES_CHANGES;
    }
    return model.newest().get().isReadable() ? Phrase.PRICES_NO_CHANGES : Phrase.PRICES_ANEW;
  }

  private void showPaper(String paper) {
    examplesTitle.setText(messages.text(Phrase.PRICES_EXAMPLES, messages.paper(paper)));
  }

  private void showExamples(List<Optional<Paise>> totals) {
    examples.getChildren().clear();
    for (int at = 0; at < totals.size(); at++) {
      String total = totals.get(at).map(Paise::inRupees).orElse("–");
      examples
          .getChildren()
          .add(
              row(
                  "fact",
                  label(words.example(Example.USUAL.get(at))),
                  gap(),
                  label(total, "example-total")));
    }
  }

  private void showNotices() {
    notices.getChildren().clear();
    PriceVersion published = model.meanwhile().get();
    if (published != null) {
      say(
          messages.text(Phrase.PRICES_MEANWHILE, published.number(), published.author()),
          "note-attention");
    }
    PriceVersion newest = model.newest().get();
    if (newest.validFrom().isAfter(model.now())) {
      String from = times.clock(newest.validFrom(), model.now());
      say(messages.text(Phrase.PRICES_COMING, newest.number(), from), "note");
    }
    Shapes.show(notices, !notices.getChildren().isEmpty());
  }

  private void say(String text, String style) {
    notices.getChildren().add(stack(style, paragraph(text)));
  }
}
