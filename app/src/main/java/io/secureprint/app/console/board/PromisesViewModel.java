// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.PolicyDraft;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.journey.GuardedPromises;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Phrase;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What the shop promises and when it is open, while the owner is here.
final class PromisesViewModel {
  private final GuardedPromises promises;
  private final String actor;
  private final Wishing wishing;
  private final Runnable changed;
  private final PolicyForm policy = new PolicyForm();
  private final HoursForm hours = new HoursForm();
  private final ReadOnlyObjectWrapper<GuardedPromises.@Nullable Rules> rules =
      new ReadOnlyObjectWrapper<>();

  /// @param changed called when clocks are counted anew
  PromisesViewModel(
      GuardedPromises promises, String actor, Background background, Runnable changed) {
    this.promises = promises;
    this.actor = actor;
    this.wishing = new Wishing(background);
    this.changed = changed;
  }

  /// Null while nobody has shown that the owner is here.
  ReadOnlyObjectProperty<GuardedPromises.@Nullable Rules> rules() {
    return rules.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return wishing.outcome();
  }

  PolicyForm policy() {
    return policy;
  }

  HoursForm hours() {
    return hours;
  }

  /// The code of what is wrong with a field of what was to be saved, by its name on the wire.
  Optional<String> fault(String field) {
    return wishing.outcome().get() instanceof Outcome.Refused(Refusal.Wrong wrong)
        ? wrong.faults().stream()
            .filter(fault -> fault.field().equals(field))
            .map(Refusal.Fault::code)
            .findFirst()
        : Optional.empty();
  }

  void onOpen() {
    if (rules.get() == null) {
      ask(null);
    }
  }

  /// Whoever comes next must show that it is the owner.
  void onClose() {
    rules.set(null);
    wishing.forget();
  }

  void onPick(SlaPolicy chosen) {
    wishing.forget();
    policy.load(chosen);
  }

  void onSavePolicy() {
    PolicyDraft draft = policy.draft();
    wishing.ask(
        () -> opened(promises.promise(draft, actor)),
        next -> took(next, Phrase.PROMISE_SAVED));
  }

  void onRemove(SlaPolicy chosen) {
    wishing.ask(
        () -> opened(promises.withdraw(chosen, actor)),
        next -> took(next, Phrase.PROMISE_REMOVED));
  }

  void onSaveHours() {
    CalendarDraft draft = hours.draft();
    wishing.ask(
        () -> opened(promises.keep(draft, actor)),
        next -> {
          changed.run();
          return took(next, Phrase.HOURS_SAVED);
        });
  }

  private void ask(@Nullable Phrase told) {
    wishing.ask(() -> promises.open(actor), next -> took(next, told));
  }

  /// What was saved is shown as it is kept.
  private Answer<GuardedPromises.Rules> opened(Answer<?> saved) {
    return switch (saved) {
      case Answer.Done<?> _ -> promises.open(actor);
      case Answer.Refused<?>(Refusal why) -> Answer.refused(why);
    };
  }

  private Outcome took(GuardedPromises.Rules next, @Nullable Phrase told) {
    ShopCalendar calendar = next.calendar();
    GuardedPromises.Rules before = rules.get();
    if (before == null || !before.calendar().equals(calendar)) {
      hours.load(calendar);
    }
    rules.set(next);
    return told == null ? new Outcome.Nothing() : new Outcome.Done(told);
  }
}
