// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Areas;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Makes the things to fill in, each for one place of the text, with what is wrong there below it.
final class Inputs {
  private final Editor editor;
  private final FlowWords words;
  private final Set<String> unfolded;
  private final Runnable toConnections;
  private final List<JsonPath> covered = new ArrayList<>();
  private final Set<JsonPath> exact = new HashSet<>();
  private final List<Subscription> following = new ArrayList<>();

  /// @param unfolded the places whose further settings are open, kept from one form to the next
  /// @param toConnections goes to where the shop's servers are set up
  Inputs(Editor editor, FlowWords words, Set<String> unfolded, Runnable toConnections) {
    this.toConnections = toConnections;
    this.editor = editor;
    this.words = words;
    this.unfolded = unfolded;
  }

  /// The id of what is filled in for a place.
  static String id(JsonPath path) {
    return "flow-" + path.toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  Editor editor() {
    return editor;
  }

  FlowWords words() {
    return words;
  }

  WorkflowText text() {
    return editor.text().get();
  }

  /// Whether it is the customers' own workflow.
  boolean isPrint() {
    return JsonPath.of("kind").text(text().json()).equalsIgnoreCase("PRINT");
  }

  void onConnections() {
    toConnections.run();
  }

  /// Whether something that is wrong is told beside what is filled in.
  boolean isTold(Fault fault) {
    return exact.contains(fault.where())
        || covered.stream().anyMatch(place -> fault.where().within(place));
  }

  void follow(Subscription subscription) {
    following.add(subscription);
  }

  void close() {
    following.forEach(Subscription::unsubscribe);
    following.clear();
  }

  /// What people read, in both languages side by side.
  Node words(JsonPath path, Say title, boolean tall) {
    return words(path, title, tall, (before, _) -> before);
  }

  /// The same; `also` is done to the text before the English words become what is typed.
  Node words(JsonPath path, Say title, boolean tall, Also also) {
    return words(path, words.text(title), tall, also);
  }

  /// One line in both languages for the so many-th of several.
  Node words(JsonPath path, Say title, int number, Also also) {
    return words(path, words.text(title, number), false, also);
  }

  private Node words(JsonPath path, String title, boolean tall, Also also) {
    HBox both = row("flow-both");
    for (boolean hindi : new boolean[] {false, true}) {
      TextInputControl typed = tall ? area() : new TextField();
      typed.setId(id(path.at(hindi ? "hi" : "en")));
      typed.setText(text().said(path, hindi));
      typed.setPromptText(words.text(hindi ? Say.IN_HINDI : Say.IN_ENGLISH));
      typed.setAccessibleText(
          title + ", " + words.text(hindi ? Say.IN_HINDI : Say.IN_ENGLISH));
      typed.textProperty().subscribe((_, now) ->
          editor.type(
              path.at(hindi ? "hi" : "en"),
              before -> (hindi ? before : also.done(before, now)).say(path, hindi, now)));
      Completion.on(typed, this);
      HBox.setHgrow(typed, Priority.ALWAYS);
      both.getChildren().add(typed);
    }
    return labelled(title, both, (TextInputControl) both.getChildren().getFirst(), "", path);
  }

  private static TextArea area() {
    TextArea area = Areas.passing();
    area.setPrefRowCount(2);
    area.setPrefColumnCount(10);
    return area;
  }

  /// One line that programs read; with `${` it offers what is known.
  TextField line(JsonPath path, Say title, Say hint) {
    TextField typed = new TextField(path.text(text().json()));
    typed.setId(id(path));
    typed.setAccessibleText(words.text(title));
    typed.setAccessibleHelp(words.text(hint));
    typed.textProperty().subscribe((_, now) ->
        editor.type(path, before -> now.isEmpty() ? before.remove(path) : before.put(path, now)));
    Completion.on(typed, this);
    return typed;
  }

  Node lineWith(JsonPath path, Say title, Say hint) {
    TextField typed = line(path, title, hint);
    return labelled(title, typed, typed, words.text(hint), path);
  }

  /// A number that is kept `times` as large, and shown with its unit.
  Node number(JsonPath path, Say title, int times, Say unit) {
    return number(path, title, times, unit, "");
  }

  /// The same; `usual` is what counts where nothing is written.
  Node number(JsonPath path, Say title, int times, Say unit, String usual) {
    TextField typed = new TextField(shown(path.text(text().json()), times));
    typed.setPromptText(usual);
    typed.setId(id(path));
    typed.setAccessibleText(words.text(title));
    typed.getStyleClass().add("field-figure");
    typed.textProperty().subscribe((_, now) ->
        editor.type(
            path,
            before -> now.isBlank() ? before.remove(path) : before.put(path, kept(now, times))));
    return labelled(title, row("field-entry", typed, label(words.text(unit), "muted")), typed, "", path);
  }

  private static String shown(String kept, int times) {
    try {
      return new BigDecimal(kept)
          .divide(BigDecimal.valueOf(times))
          .stripTrailingZeros()
          .toPlainString();
    } catch (NumberFormatException _) {
      return kept;
    }
  }

  /// What is no number is kept as it is, so that the check says so.
  private static Object kept(String typed, int times) {
    try {
      BigDecimal number = new BigDecimal(typed.strip()).multiply(BigDecimal.valueOf(times));
      boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() < 16;
      if (whole) {
        return number.longValueExact();
      }
      return number.precision() < 16 ? number.doubleValue() : typed;
    } catch (NumberFormatException _) {
      return typed;
    }
  }

  /// One of several values; `fallback` counts where none is written. Afterwards `changed` is told.
  Node choice(
      JsonPath path, Say title, List<String> values, String fallback, Naming naming, Consumer<String> changed) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id(path));
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(values);
    box.setConverter(new Said<>(naming::of));
    String now = path.text(text().json());
    box.setValue(now.isEmpty() ? fallback : now);
    box.setAccessibleText(words.text(title));
    box.setOnAction(_ -> changed.accept(box.getValue()));
    return labelled(title, box, box, "", path);
  }

  Node choice(JsonPath path, Say title, List<String> values, String fallback, Naming naming) {
    return choice(path, title, values, fallback, naming, value -> put(path, value, fallback));
  }

  /// Nothing is written where it says the same.
  void put(JsonPath path, String value, String fallback) {
    editor.type(path, before -> value.equals(fallback) ? before.remove(path) : before.put(path, value));
  }

  CheckBox yes(JsonPath path, Say title, boolean fallback) {
    CheckBox box = new CheckBox(words.text(title));
    box.setId(id(path));
    box.setWrapText(true);
    Object now = path.in(text().json()).orElse(fallback);
    box.setSelected(Boolean.TRUE.equals(now));
    box.setOnAction(_ ->
        editor.type(
            path,
            before ->
                box.isSelected() == fallback ? before.remove(path) : before.put(path, box.isSelected())));
    covered.add(path);
    return box;
  }

  /// What most owners never need; opens where something in it is wrong.
  TitledPane more(JsonPath of, Say title, Node... inside) {
    TitledPane pane = new TitledPane(words.text(title), stack("flow-more", inside));
    String key = of + "/" + title;
    pane.setId(id(of) + "-" + title.key().replace('.', '-'));
    pane.setAnimated(false);
    pane.setExpanded(unfolded.contains(key));
    pane.getStyleClass().addAll("flow-fold", "dense");
    follow(editor.looked().subscribe(_ -> {
      if (!pane.isExpanded() && FaultLines.anyIn(pane)) {
        pane.setExpanded(true);
      }
    }));
    pane.expandedProperty().subscribe((_, open) -> {
      if (open) {
        unfolded.add(key);
      } else {
        unfolded.remove(key);
      }
    });
    return pane;
  }

  /// A title above, what is filled in, and below it what to know and what is wrong.
  VBox labelled(Say title, Node entry, Node control, String hint, JsonPath path) {
    return labelled(words.text(title), entry, control, hint, path);
  }

  private VBox labelled(String title, Node entry, Node control, String hint, JsonPath path) {
    Label titled = label(title, "field-title");
    titled.setLabelFor(control);
    titled.setWrapText(true);
    titled.setMinHeight(VBox.USE_PREF_SIZE);
    VBox field = stack("field", titled, entry);
    if (!hint.isEmpty()) {
      field.getChildren().add(paragraph(hint, "field-hint", "small"));
    }
    field.getChildren().add(faults(path));
    return field;
  }

  /// What is wrong at a place or in it.
  Node faults(JsonPath path) {
    covered.add(path);
    FaultLines lines = new FaultLines(words, fault -> fault.where().within(path));
    follow(editor.looked().subscribe(lines::show));
    return lines;
  }

  /// What else changes with words.
  @FunctionalInterface
  interface Also {
    WorkflowText done(WorkflowText before, String typed);
  }

  /// What is wrong with something as a whole, its parts left to others.
  Node faultsOf(JsonPath whole) {
    exact.add(whole);
    FaultLines lines = new FaultLines(words, fault -> fault.where().equals(whole));
    follow(editor.looked().subscribe(lines::show));
    return lines;
  }

  /// How a value is called.
  @FunctionalInterface
  interface Naming {
    String of(String value);
  }
}
