// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.ScreenView;
import io.secureprint.app.fx.Shapes;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/// The settings: topics at the left, the fields of the chosen one beside them, Save below. Closed
/// until the owner is here.
public final class SettingsView implements ScreenView {
  private final SettingsViewModel model;
  private final Messages messages;
  private final IntSupplier served;
  private final BorderPane root = new BorderPane();
  private final Map<Topic, ToggleButton> topics = new EnumMap<>(Topic.class);
  private final ScrollPane scroll = new ScrollPane();
  private final VBox said = new VBox();
  private final VBox waiting = stack("settings-waiting");
  private final Button save;
  private final BorderPane open;
  private final Subscription following;
  private @Nullable TopicView shown;

  /// @param served how many customers would be disturbed if the shop opened again now
  public SettingsView(SettingsViewModel model, Messages messages, IntSupplier served) {
    this.model = model;
    this.messages = messages;
    this.served = served;
    this.save = new Button(text(Phrase.SETTINGS_SAVE), icon(Feather.CHECK));
    save.setId("settings-save");
    save.getStyleClass().add("accent");
    save.setMinWidth(Button.USE_PREF_SIZE);
    save.setOnAction(_ -> model.onSave());
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-scroll");
    // In the order in which the keyboard goes through them.
    open = new BorderPane();
    open.setTop(waiting);
    open.setLeft(topics());
    open.setCenter(scroll);
    open.setBottom(foot());
    root.getStyleClass().add("screen");
    following =
        Subscription.combine(
            model.look().subscribe(this::show),
            model.topic().subscribe(_ -> showTopic()),
            model.outcome().subscribe(this::say),
            model.waiting().subscribe(this::showWaiting));
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard where a person starts, and asks for the owner where need be.
  @Override
  public void focus() {
    model.onOpen();
    if (model.look().get() instanceof Look.Open) {
      topicButton().requestFocus();
    }
  }

  /// Lets go of the view model, which outlives this view.
  @Override
  public void close() {
    following.unsubscribe();
    closeTopic();
  }

  private ToggleButton topicButton() {
    return Objects.requireNonNull(topics.get(model.topic().get()));
  }

  private Node topics() {
    VBox list = stack("topics");
    for (Topic topic : Topic.values()) {
      ToggleButton button = new ToggleButton(text(topic.title()), icon(topic.picture()));
      button.setId("topic-" + topic.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("rail-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> {
        model.topic().set(topic);
        button.setSelected(true);
      });
      topics.put(topic, button);
      list.getChildren().add(button);
    }
    return list;
  }

  private Node foot() {
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox foot = row("settings-foot", save, said);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private void show(Look look) {
    switch (look) {
      case Look.Open() -> {
        root.setCenter(open);
        showTopic();
        topicButton().requestFocus();
      }
      case Look.Opening() -> root.setCenter(closed("", ""));
      case Look.Closed(String code, String about) -> root.setCenter(closed(code, about));
    }
  }

  private Node closed(String code, String about) {
    boolean trouble = !code.isEmpty() && !code.equals("PIN_NEEDED");
    Messages.CodeWords words = messages.code(trouble ? code : "UNKNOWN");
    VBox state =
        trouble
            ? Shapes.emptyState(Feather.ALERT_TRIANGLE, words.what(), words.next())
            : Shapes.emptyState(
                Feather.LOCK, text(Phrase.SETTINGS_CLOSED), text(Phrase.SETTINGS_CLOSED_HINT));
    if (trouble) {
      state.getChildren().add(label(messages.text(Phrase.CODE, code) + " " + about, "muted", "small"));
    }
    Button enter = new Button(text(Phrase.SETTINGS_OPEN), icon(Feather.UNLOCK));
    enter.setId("settings-open");
    enter.getStyleClass().add("accent");
    enter.setOnAction(_ -> model.onOpen());
    state.getChildren().add(enter);
    return state;
  }

  private void showTopic() {
    topics.forEach((topic, button) -> button.setSelected(topic == model.topic().get()));
    closeTopic();
    if (model.look().get() instanceof Look.Open) {
      TopicView next = new TopicView(model, model.topic().get(), messages);
      shown = next;
      Shapes.show(save, !model.topic().get().settings().isEmpty());
      scroll.setContent(next.root());
      scroll.setVvalue(0);
    }
  }

  private void closeTopic() {
    if (shown != null) {
      shown.close();
      shown = null;
    }
  }

  private void say(Outcome outcome) {
    save.setDisable(outcome instanceof Outcome.Working);
    said.getChildren().clear();
    switch (outcome) {
      case Outcome.Nothing() -> {}
      case Outcome.Working() -> said.getChildren().add(paragraph(text(Phrase.ASK_WORKING), "note"));
      case Outcome.Saved() ->
          said.getChildren().add(paragraph(text(Phrase.SETTINGS_SAVED), "note-success"));
      case Outcome.Wrong() -> {
        said.getChildren().add(paragraph(text(Phrase.SETTINGS_WRONG), "note-danger"));
        if (shown != null) {
          shown.focusWrong();
        }
      }
      case Outcome.Refused(String code, String about) -> {
        Messages.CodeWords words = messages.code(code);
        said.getChildren()
            .add(
                stack(
                    "note-danger",
                    paragraph(words.what() + " " + words.next()),
                    label(messages.text(Phrase.CODE, code) + " " + about, "muted", "small")));
      }
    }
  }

  private void showWaiting(boolean isWaiting) {
    Shapes.show(waiting, isWaiting);
    waiting.getChildren().clear();
    if (isWaiting) {
      HoldButton reopen = new HoldButton(model::onReopen, text(Phrase.HOLD_TIP));
      reopen.setId("settings-reopen");
      reopen.setText(text(Phrase.SETTINGS_REOPEN));
      reopen.getStyleClass().add("hold-quiet");
      reopen.setMinWidth(HoldButton.USE_PREF_SIZE);
      VBox words = stack("note-words", paragraph(text(Phrase.SETTINGS_WAITING), "strong"));
      if (served.getAsInt() > 0) {
        words
            .getChildren()
            .add(paragraph(messages.text(Phrase.SETTINGS_WAITING_SERVED, served.getAsInt())));
      }
      HBox.setHgrow(words, Priority.ALWAYS);
      waiting.getChildren().add(row("note-attention", words, reopen));
    }
  }

  private String text(Phrase phrase) {
    return messages.text(phrase);
  }
}
