// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.agent.automation.Variable;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The fields of an automation while they are filled in, checked with each change. A fault is told where
/// somebody has typed, and everywhere once it was to be saved.
final class AutomationForm {
  static final String TASK_ID = "task.id";
  private static final String UNNAMED = "new-one";

  private final AutomationDesk desk;
  private final Background background;
  private final Set<String> touched = new HashSet<>();
  private final StringProperty name = text("name");
  private final ObjectProperty<Draft.Kind> kind = followed("trigger", Draft.Kind.EVENT);
  private final ObservableList<String> events = FXCollections.observableArrayList();
  private final StringProperty cron = text("trigger.cron");
  private final StringProperty zone = text("trigger.zone");
  private final ObjectProperty<CatchUp> catchUp = followed("trigger.catch_up", CatchUp.SKIP);
  private final StringProperty hook = text("trigger.name");
  private final StringProperty condition = text("when");
  private final ObservableList<ActionForm> actions = FXCollections.observableArrayList();
  private final ObjectProperty<Mode> mode = followed("mode", Mode.QUEUED);
  private final StringProperty most = text("max_runs");
  private final ReadOnlyObjectWrapper<List<Variable>> variables =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Fault>> faults = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, Fault>> told =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unchecked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper loads = new ReadOnlyIntegerWrapper();
  private String id = "";
  private String saved = "";
  private boolean loading;
  private boolean tellsAll;
  private boolean checking;
  private boolean again;

  AutomationForm(AutomationDesk desk, Background background) {
    this.desk = desk;
    this.background = background;
    ListChangeListener<Object> listening = _ -> onChange();
    events.addListener(
        (ListChangeListener<String>)
            _ -> {
              touched.add("trigger.events");
              onChange();
            });
    actions.addListener(listening);
  }

  StringProperty name() {
    return name;
  }

  ObjectProperty<Draft.Kind> kind() {
    return kind;
  }

  ObservableList<String> events() {
    return events;
  }

  StringProperty cron() {
    return cron;
  }

  StringProperty zone() {
    return zone;
  }

  ObjectProperty<CatchUp> catchUp() {
    return catchUp;
  }

  StringProperty hook() {
    return hook;
  }

  StringProperty condition() {
    return condition;
  }

  ObservableList<ActionForm> actions() {
    return actions;
  }

  ObjectProperty<Mode> mode() {
    return mode;
  }

  StringProperty most() {
    return most;
  }

  /// What the condition and the texts may speak of.
  ReadOnlyObjectProperty<List<Variable>> variables() {
    return variables.getReadOnlyProperty();
  }

  /// The faults that are to be seen, the first of each field.
  ReadOnlyObjectProperty<Map<String, Fault>> told() {
    return told.getReadOnlyProperty();
  }

  /// Whether something was typed that is not saved.
  ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /// Whether the last check could not be made, so that nobody knows what is wrong.
  ReadOnlyBooleanProperty unchecked() {
    return unchecked.getReadOnlyProperty();
  }

  /// Puts an automation into the fields as it is saved.
  void load(Draft draft) {
    fill(draft);
    saved = draft().json();
    onChange();
    loads.set(loads.get() + 1);
  }

  /// Puts other words into the fields, over what is saved.
  void put(Draft draft) {
    fill(draft);
    onChange();
    loads.set(loads.get() + 1);
  }

  /// Counts how often the fields were filled from elsewhere.
  ReadOnlyIntegerProperty loads() {
    return loads.getReadOnlyProperty();
  }

  private void fill(Draft draft) {
    loading = true;
    id = draft.id();
    name.set(draft.name());
    kind.set(draft.start().kind());
    events.setAll(draft.start().events());
    cron.set(draft.start().cron());
    zone.set(draft.start().zone());
    catchUp.set(draft.start().catchUp());
    hook.set(draft.start().hook());
    condition.set(draft.condition());
    actions.setAll(
        draft.actions().stream().map(action -> new ActionForm(action, this::onChange)).toList());
    mode.set(draft.pace().mode());
    most.set(draft.pace().most());
    touched.clear();
    tellsAll = false;
    loading = false;
  }

  /// As the fields are now.
  Draft draft() {
    return new Draft(
        id,
        name.get(),
        new Draft.Start(kind.get(), events, cron.get(), zone.get(), catchUp.get(), hook.get()),
        condition.get(),
        actions.stream().map(ActionForm::action).toList(),
        new Draft.Pace(mode.get(), most.get()));
  }

  /// The same with some short name, which a new one gets only when it is saved.
  Draft named() {
    Draft draft = draft();
    return draft.id().isEmpty() ? draft.called(UNNAMED) : draft;
  }

  /// A new one gets its short name when it is saved for the first time.
  void called(String newId) {
    id = newId;
  }

  /// The task of an action is the one that it is all about, where there is one.
  void addAction(Action.Kind wanted) {
    boolean task = wanted.fields().contains("task_id") && speaksOf(TASK_ID);
    Map<String, String> fields = task ? Map.of("task_id", ActionFields.THIS_TASK) : Map.of();
    actions.add(new ActionForm(new Action(wanted, fields), this::onChange));
  }

  /// Whether the condition and the texts may speak of this.
  boolean speaksOf(String path) {
    return variables.get().stream().anyMatch(variable -> variable.path().equals(path));
  }

  /// This is saved now; more may have been typed meanwhile.
  void kept(Draft draft) {
    saved = draft.json();
    changed.set(!draft().json().equals(saved));
  }

  /// Tells everything that is wrong, also where nobody has typed.
  void tellAll(List<Fault> all) {
    tellsAll = true;
    faults.set(all);
    tell();
  }

  /// The next times of the schedule; none where it cannot be read.
  List<Instant> times(Instant now) {
    return NextTimes.of(cron.get(), zone.get(), now);
  }

  private StringProperty text(String field) {
    StringProperty text = new SimpleStringProperty("");
    follow(field, text);
    return text;
  }

  private <T> ObjectProperty<T> followed(String field, T usual) {
    ObjectProperty<T> property = new SimpleObjectProperty<>(usual);
    follow(field, property);
    return property;
  }

  private void follow(String field, Property<?> property) {
    property.subscribe((_, _) -> {
      if (!loading) {
        touched.add(field);
      }
      onChange();
    });
  }

  private void onChange() {
    if (!loading) {
      Draft draft = draft();
      changed.set(!draft.json().equals(saved));
      variables.set(desk.variables(draft.start()));
      check();
    }
  }

  /// One check at a time; what was typed meanwhile is checked after it.
  private void check() {
    if (checking) {
      again = true;
      return;
    }
    checking = true;
    Draft draft = named();
    background.run(() -> desk.check(draft), this::checked, this::notChecked);
  }

  private void checked(List<Fault> found) {
    unchecked.set(false);
    if (!goOn()) {
      faults.set(found);
      tell();
    }
  }

  private void notChecked() {
    unchecked.set(!goOn());
  }

  private boolean goOn() {
    boolean more = again;
    checking = false;
    again = false;
    if (more) {
      check();
    }
    return more;
  }

  private void tell() {
    Map<String, Fault> seen = new LinkedHashMap<>();
    faults.get().stream()
        .filter(fault -> tellsAll || isTouched(fault.field()))
        .forEach(fault -> seen.putIfAbsent(fault.field(), fault));
    told.set(seen);
  }

  private boolean isTouched(String field) {
    if (!field.startsWith("actions[")) {
      return touched.contains(field);
    }
    int close = field.indexOf(']');
    int at = Integer.parseInt(field.substring("actions[".length(), close));
    return at < actions.size()
        && Objects.requireNonNull(actions.get(at)).isTouched(field.substring(close + 2));
  }
}
