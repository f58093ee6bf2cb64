// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.AutomationDesk.Pressed;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.agent.automation.Saved;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The automations, and the one that is looked at, changed, switched on or pressed.
public final class AutomationsViewModel {
  private static final Draft.Pace USUAL = new Draft.Pace(Mode.QUEUED, "10");

  private final AutomationDesk desk;
  private final Place place;
  private final Background background;
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Card> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private final AutomationForm form;
  private final PastViewModel past;
  private final TrialViewModel trial;
  private final HookViewModel hook;
  private final LettersViewModel letters;

  public AutomationsViewModel(AutomationDesk desk, Place place, Background background) {
    this.desk = desk;
    this.place = place;
    this.background = background;
    form = new AutomationForm(desk, background);
    past = new PastViewModel(desk, background);
    trial = new TrialViewModel(desk, place, background);
    hook = new HookViewModel(desk, place, background);
    letters = new LettersViewModel(desk.letters(), place, background);
    form.changed().subscribe(changed -> {
      if (changed && asked.get() instanceof Asked.Saved) {
        asked.set(new Asked.Nothing());
      }
    });
    form.hook().subscribe((_, _) -> hook.onHide());
  }

  ObservableList<Card> cards() {
    return cards;
  }

  /// Null while a new one is filled in, or nothing is chosen.
  ReadOnlyObjectProperty<@Nullable Card> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether there is something in the form.
  ReadOnlyBooleanProperty editing() {
    return editing.getReadOnlyProperty();
  }

  /// Whether the list could not be read.
  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  AutomationForm form() {
    return form;
  }

  PastViewModel past() {
    return past;
  }

  TrialViewModel trial() {
    return trial;
  }

  HookViewModel hook() {
    return hook;
  }

  LettersViewModel letters() {
    return letters;
  }

  Place place() {
    return place;
  }

  List<String> events() {
    return desk.events();
  }

  /// Reads what there is now; what is typed stays.
  void onReload() {
    background.run(desk::all, this::loaded, () -> failed.set(true));
    past.onReload();
    letters.onReload();
  }

  void onChoose(@Nullable Card card) {
    if (card == null || sameAs(card)) {
      return;
    }
    if (card.draft() != null) {
      form.load(card.draft());
    }
    editing.set(card.draft() != null);
    chosen.set(card);
    asked.set(new Asked.Nothing());
    trial.clear();
    hook.onHide();
    past.onOpen(card.id());
  }

  /// Begins a new one.
  void onNew() {
    chosen.set(null);
    asked.set(new Asked.Nothing());
    trial.clear();
    hook.onHide();
    past.onOpen("");
    form.load(
        new Draft(
            "",
            "",
            Draft.Start.blank(Draft.Kind.EVENT, place.zone()),
            "",
            List.of(new Action(Action.Kind.EMIT_ALERT, Map.of("severity", "warning"))),
            USUAL));
    editing.set(true);
  }

  /// Throws away what was typed.
  void onStartAgain() {
    Card card = chosen.get();
    if (card == null || card.draft() == null) {
      onNew();
    } else {
      form.load(card.draft());
      asked.set(new Asked.Nothing());
    }
  }

  /// Puts a former version into the form; it counts once it is saved.
  void onTake(Version version) {
    desk.read(version).ifPresent(form::load);
  }

  void onSave() {
    if (asked.get() instanceof Asked.Working) {
      return;
    }
    if (form.draft().id().isEmpty()) {
      form.called(
          ShortName.of(
              form.name().get(), cards.stream().map(Card::id).collect(Collectors.toSet())));
    }
    Card card = chosen.get();
    Draft draft = form.draft();
    int basedOn = card == null ? 0 : card.version().number();
    asked.set(new Asked.Working());
    background.run(
        () -> desk.save(draft, basedOn, place.actor()), this::saved, this::brokeDown);
  }

  void onSwitch(Card card, boolean on) {
    asked.set(new Asked.Working());
    background.run(
        () -> desk.enable(card.id(), on, place.actor()),
        refused -> switched(card, on, refused),
        this::brokeDown);
  }

  void onPress(Card card) {
    asked.set(new Asked.Working());
    background.run(() -> desk.press(card.id(), place.actor()), this::pressed, this::brokeDown);
  }

  void onTry() {
    trial.onTry(form.named(), form::tellAll);
  }

  /// Whoever comes after the lock may not see what was for the owner.
  public void onLeave() {
    hook.onHide();
  }

  private boolean sameAs(Card card) {
    Card before = chosen.get();
    return before != null && before.equals(card);
  }

  private void loaded(List<Card> now) {
    failed.set(false);
    if (!now.equals(cards)) {
      cards.setAll(now);
    }
    Card before = chosen.get();
    if (before == null) {
      return;
    }
    now.stream().filter(card -> card.id().equals(before.id())).findFirst().ifPresent(this::refresh);
  }

  /// What somebody else has saved meanwhile is shown only where nothing was typed here.
  private void refresh(Card card) {
    Card before = chosen.get();
    boolean newer = before == null || card.version().number() != before.version().number();
    if (!newer || !form.changed().get()) {
      chosen.set(card);
      if (newer && card.draft() != null) {
        form.load(card.draft());
      }
    }
  }

  private void saved(Saved saved) {
    switch (saved) {
      case Saved.Done(String id, int version) -> {
        form.kept();
        asked.set(new Asked.Saved(version));
        background.run(desk::all, now -> open(now, id), () -> failed.set(true));
      }
      case Saved.Faulty(List<Fault> faults) -> {
        form.tellAll(faults);
        asked.set(new Asked.Faulty());
      }
      case Saved.Refused(String code) -> asked.set(new Asked.Refused(code));
    }
    if (chosen.get() == null && !(saved instanceof Saved.Done)) {
      form.called("");
    }
  }

  private void open(List<Card> now, String id) {
    cards.setAll(now);
    now.stream().filter(card -> card.id().equals(id)).findFirst().ifPresent(chosen::set);
    past.onOpen(id);
  }

  private void switched(Card card, boolean on, Optional<String> refused) {
    asked.set(
        refused
            .<Asked>map(Asked.Refused::new)
            .orElseGet(() -> new Asked.Switched(card.name(), on)));
    onReload();
  }

  private void pressed(Pressed pressed) {
    asked.set(
        switch (pressed) {
          case Pressed.Done(var evaluation) -> new Asked.Pressed(evaluation.why());
          case Pressed.Refused(String code) -> new Asked.Refused(code);
        });
    onReload();
  }

  private void brokeDown() {
    if (chosen.get() == null) {
      form.called("");
    }
    asked.set(new Asked.Refused("INTERNAL"));
  }
}
