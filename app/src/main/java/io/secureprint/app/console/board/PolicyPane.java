// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.TaskType;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is promised for which tasks, and the fields to promise something else. A promise that is
/// chosen in the list fills the fields.
final class PolicyPane extends VBox {
  private static final double ROW = 36;

  private final PromisesViewModel model;
  private final PolicyForm form;
  private final BoardWords words;
  private final ListView<SlaPolicy> list = new ListView<>();
  private final NameBox type;
  private final NameBox area;
  private final TextField minutes = new TextField();
  private final TextField warn = new TextField();
  private final Map<String, Labelled> fields = new LinkedHashMap<>();
  private boolean showing;

  PolicyPane(PromisesViewModel model, BoardWords words) {
    this.model = model;
    this.form = model.policy();
    this.words = words;
    this.type =
        NameBox.types(
            form.type(),
            Stream.concat(Stream.of(PolicyForm.ANY), TaskType.KNOWN.stream()).toList(),
            this::typed,
            "promise-type");
    this.area = NameBox.areas(form.area(), words, "promise-area");
    getStyleClass().add("promise-column");
    bind();
    getChildren()
        .setAll(
            label(words.text(Phrase.PROMISES_TITLE), "detail-title"),
            paragraph(words.text(Phrase.PROMISES_HINT), "muted"),
            list,
            fields(),
            row("card-buttons", save(), remove()));
  }

  /// Whatever was chosen stays so, as far as it is there still.
  void show(List<SlaPolicy> policies) {
    SlaPolicy before = list.getSelectionModel().getSelectedItem();
    showing = true;
    list.getItems()
        .setAll(
            policies.stream()
                .sorted(
                    Comparator.comparing((SlaPolicy policy) -> policy.kind().taskType())
                        .thenComparing(policy -> policy.kind().area()))
                .toList());
    list.getSelectionModel().clearSelection();
    list.getItems().stream()
        .filter(policy -> before != null && policy.kind().equals(before.kind()))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    showing = false;
    list.setPrefHeight(Math.clamp(policies.size(), 3, 6) * ROW + 10);
  }

  void showFaults() {
    fields.forEach(
        (name, field) ->
            field.say(
                model.fault(name).map(code -> words.messages().code(code).what()).orElse("")));
  }

  void focusEntry() {
    list.requestFocus();
  }

  void close() {
    type.valueProperty().unbindBidirectional(form.type());
    area.valueProperty().unbindBidirectional(form.area());
    minutes.textProperty().unbindBidirectional(form.minutes());
    warn.textProperty().unbindBidirectional(form.warn());
  }

  private Labelled measured(Phrase name, TextField field, String unit) {
    field.getStyleClass().add("field-figure");
    return new Labelled(words.text(name) + " (" + unit + ")", field, "");
  }

  private void bind() {
    list.setId("promises-list");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new PolicyCell(this::said));
    list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
    type.setPrefWidth(304);
    area.setPrefWidth(304);
    minutes.setId("promise-minutes");
    minutes.textProperty().bindBidirectional(form.minutes());
    minutes.setOnAction(_ -> model.onSavePolicy());
    warn.setId("promise-warn");
    warn.textProperty().bindBidirectional(form.warn());
    warn.setOnAction(_ -> model.onSavePolicy());
  }

  private VBox fields() {
    fields.put("task_type", new Labelled(words.text(Phrase.PROMISE_TYPE), type, ""));
    fields.put(
        "area",
        new Labelled(
            words.text(Phrase.PROMISE_AREA), area, words.text(Phrase.PROMISE_AREA_HINT)));
    fields.put(
        "target", measured(Phrase.PROMISE_MINUTES, minutes, words.text(Phrase.UNIT_MINUTES)));
    fields.put("warn_percent", measured(Phrase.PROMISE_WARN, warn, words.text(Phrase.UNIT_PERCENT)));
    VBox form = stack("form");
    form.getChildren().addAll(fields.values());
    return form;
  }

  private Button save() {
    Button save = new Button(words.text(Phrase.PROMISE_SAVE), icon(Feather.CHECK));
    save.setId("promise-save");
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> model.onSavePolicy());
    return save;
  }

  private HoldButton remove() {
    HoldButton button = new HoldButton(this::onRemove, words.text(Phrase.HOLD_TIP));
    button.setId("promise-remove");
    button.getStyleClass().add("hold-danger");
    button.setText(words.text(Phrase.PROMISE_REMOVE));
    button.setGraphic(icon(Feather.TRASH_2));
    button
        .disableProperty()
        .bind(list.getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  private void onRemove() {
    SlaPolicy chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.onRemove(chosen);
    }
  }

  private void picked(@Nullable SlaPolicy policy) {
    if (policy != null && !showing) {
      model.onPick(policy);
    }
  }

  private String typed(String type) {
    return type.equals(PolicyForm.ANY) ? words.text(Phrase.PROMISE_ANY) : words.type(type);
  }

  private String said(SlaPolicy policy) {
    String where = policy.kind().area();
    String kind =
        where.equals(PolicyForm.ANY)
            ? typed(policy.kind().taskType())
            : typed(policy.kind().taskType()) + ", " + words.area(where);
    return words.text(
        Phrase.PROMISE_ROW, kind, words.length(policy.target()), policy.warnPercent());
  }
}
