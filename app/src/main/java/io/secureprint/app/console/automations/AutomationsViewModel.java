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
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Saved;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The automations, and the one that is looked at, changed, switched on or pressed.
public final class AutomationsViewModel {
  private static final Draft.Pace USUAL = new Draft.Pace(Mode.QUEUED, "10");

  private final AutomationDesk desk;
  private final Place place;
  private final Background background;
  private final CardList list = new CardList();
  private final ReadOnlyObjectWrapper<@Nullable Card> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private final AutomationForm form;
  private final PastViewModel past;
  private final TrialViewModel trial;
  private final HookViewModel hook;
  private final LettersViewModel letters;
  /// What was typed and not saved, by the id of its automation; that of a new one is empty.
  private final Map<String, Typed> typed = new HashMap<>();
  /// The version that is changed in the form, 0 for a new one.
  private int basedOn;
  /// Counts what came into the form.
  private int opened;

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

  CardList list() {
    return list;
  }

  /// Null while a new one is filled in, or nothing is chosen.
  ReadOnlyObjectProperty<@Nullable Card> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether there is something in the form.
  ReadOnlyBooleanProperty editing() {
    return editing.getReadOnlyProperty();
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

  /// Whether something that was typed would be lost with this program.
  public boolean hasUnsaved() {
    return isTyped() || !typed.isEmpty();
  }

  /// Whether something was typed into this one that waits until it is opened again.
  boolean isTyped(Card card) {
    return typed.containsKey(card.id());
  }

  /// Reads what there is now; what is typed stays.
  void onReload() {
    background.run(desk::all, this::loaded, list::fail);
    past.onReload();
    letters.onReload();
  }

  /// What is typed into the one before is kept for when it is opened again.
  void onChoose(@Nullable Card card) {
    if (card == null || list.isFilling() || isChosen(card.id())) {
      return;
    }
    putAside();
    editing.set(isOpen(card));
    chosen.set(card);
    begin(card.id());
    if (card.draft() != null && isOpen(card)) {
      load(card.id(), card.draft(), card.version().number());
    }
  }

  /// Begins a new one, or goes on with the one that was begun.
  void onNew() {
    if (editing.get() && chosen.get() == null) {
      return;
    }
    putAside();
    chosen.set(null);
    begin("");
    load("", blank(), 0);
    editing.set(true);
  }

  /// Shows what is saved; what was typed can be had back.
  void onStartAgain() {
    Draft before = form.draft();
    boolean replaced = form.changed().get();
    Card card = chosen.get();
    Draft saved = card == null ? null : card.draft();
    form.load(saved == null ? blank() : saved);
    basedOn = card == null || saved == null ? 0 : card.version().number();
    asked.set(replaced ? new Asked.Replaced(before) : new Asked.Nothing());
  }

  /// Puts a former version into the form; it counts once it is saved.
  void onTake(Version version) {
    Draft before = form.draft();
    boolean replaced = form.changed().get();
    desk.read(version).ifPresent(draft -> {
      form.put(draft);
      asked.set(replaced ? new Asked.Replaced(before) : new Asked.Nothing());
    });
  }

  /// Puts back what was typed before the form was filled with something else.
  void onPutBack(Draft before) {
    form.put(before);
    asked.set(new Asked.Nothing());
  }

  void onSave() {
    if (asked.get() instanceof Asked.Working) {
      return;
    }
    if (form.draft().id().isEmpty()) {
      form.called(ShortName.of(form.name().get(), list.ids()));
    }
    Draft draft = form.draft();
    int before = basedOn;
    int saving = opened;
    asked.set(new Asked.Working());
    background.run(
        () -> desk.save(draft, before, place.actor()),
        saved -> saved(saving, draft, saved),
        () -> notSaved(saving, new Asked.Refused("INTERNAL")));
  }

  void onSwitch(Card card, boolean on) {
    asked.set(new Asked.Working());
    background.run(
        () -> desk.enable(card.id(), on, place.actor()),
        refused -> told(refused, new Asked.Switched(card.name(), on)),
        () -> asked.set(new Asked.Refused("INTERNAL")));
  }

  void onSwitchOn(String id) {
    Card card = list.find(id);
    if (card != null) {
      onSwitch(card, true);
    }
  }

  /// Puts one away that is switched off, or takes it out again.
  void onPutAway(Card card, boolean away) {
    asked.set(new Asked.Working());
    background.run(
        () -> desk.putAway(card.id(), away, place.actor()),
        refused ->
            told(refused, away ? new Asked.PutAway(card.name()) : new Asked.TakenOut(card.id())),
        () -> asked.set(new Asked.Refused("INTERNAL")));
  }

  /// Has a run that failed go on where it stopped.
  void onAgain(Run run) {
    asked.set(new Asked.Working());
    background.run(
        () -> desk.again(run, place.actor()),
        refused -> told(refused, new Asked.GoesOn()),
        () -> asked.set(new Asked.Refused("INTERNAL")));
  }

  void onPress(Card card) {
    asked.set(new Asked.Working());
    background.run(
        () -> desk.press(card.id(), place.actor()),
        this::pressed,
        () -> asked.set(new Asked.Refused("INTERNAL")));
  }

  void onTry() {
    trial.onTry(form.named(), form::tellAll);
  }

  /// Whoever comes next, here or after the lock, may not see what was for the owner.
  public void onLeave() {
    hook.onHide();
  }

  private boolean isChosen(String id) {
    Card before = chosen.get();
    return before != null && before.id().equals(id);
  }

  private Draft blank() {
    return new Draft(
        "",
        "",
        Draft.Start.blank(Draft.Kind.EVENT, place.zone()),
        "",
        List.of(new Action(Action.Kind.EMIT_ALERT, Map.of("severity", "warning"))),
        USUAL);
  }

  private boolean isTyped() {
    return editing.get() && form.changed().get();
  }

  private void putAside() {
    if (isTyped()) {
      Card card = chosen.get();
      typed.put(
          card == null ? "" : card.id(),
          new Typed(card == null ? form.draft().called("") : form.draft(), basedOn));
    }
  }

  private void begin(String id) {
    opened++;
    asked.set(new Asked.Nothing());
    trial.clear();
    hook.onHide();
    past.onOpen(id);
  }

  private void load(String id, Draft draft, int version) {
    form.load(draft);
    basedOn = version;
    Typed before = typed.remove(id);
    if (before != null) {
      form.put(before.draft());
      basedOn = before.basedOn();
    }
  }

  private static boolean isOpen(Card card) {
    return card.draft() != null && !card.putAway();
  }

  private void loaded(List<Card> now) {
    list.show(now);
    Card before = chosen.get();
    Card card = before == null ? null : list.find(before.id());
    if (card != null) {
      refresh(card);
    }
  }

  /// What somebody else has saved meanwhile is shown only where nothing was typed here.
  private void refresh(Card card) {
    boolean was = editing.get();
    if (!isOpen(card)) {
      putAside();
    }
    editing.set(isOpen(card));
    chosen.set(card);
    boolean newer = card.version().number() != basedOn && !form.changed().get();
    if (card.draft() != null && isOpen(card) && (newer || !was)) {
      load(card.id(), card.draft(), card.version().number());
    }
  }

  /// Somebody may have opened another one while it was saved.
  private void saved(int saving, Draft draft, Saved saved) {
    switch (saved) {
      case Saved.Done(String id, int version) -> {
        Card card = list.find(id);
        asked.set(new Asked.Saved(id, version, card != null && card.enabled()));
        if (saving == opened) {
          form.kept(draft);
          basedOn = version;
          background.run(desk::all, now -> open(now, id), list::fail);
        } else {
          typed.remove(card == null ? "" : id);
          onReload();
        }
      }
      case Saved.Faulty(List<Fault> faults) -> {
        if (saving == opened) {
          form.tellAll(faults);
        }
        notSaved(saving, new Asked.Faulty());
      }
      case Saved.Refused(String code) -> notSaved(saving, new Asked.Refused(code));
    }
  }

  /// A new one is called by what stands in it when it is saved.
  private void notSaved(int saving, Asked why) {
    if (saving == opened && chosen.get() == null) {
      form.called("");
    }
    asked.set(why);
  }

  private void open(List<Card> now, String id) {
    list.show(now);
    Card card = list.find(id);
    if (card != null) {
      chosen.set(card);
    }
    past.onOpen(id);
  }

  private void told(Optional<String> refused, Asked done) {
    asked.set(refused.<Asked>map(Asked.Refused::new).orElse(done));
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

  /// `basedOn` is the version that was changed.
  private record Typed(Draft draft, int basedOn) {}
}
