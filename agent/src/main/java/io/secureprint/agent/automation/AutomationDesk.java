// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the shop does by itself, as people see and change it: each change by name, and with a PIN where
/// one is needed. Changing blocks while a PIN is asked for.
public interface AutomationDesk {
  /// In the order of their names.
  List<Card> all();

  /// The events that there are.
  List<String> events();

  /// What a condition and the texts may speak of.
  List<Variable> variables(Draft.Start start);

  /// All that is wrong with it; empty when it can be saved.
  List<Fault> check(Draft draft);

  /// Saves the version that follows `basedOn`, 0 for a new one, which is switched off until somebody
  /// switches it on.
  Saved save(Draft draft, int basedOn, String actor);

  /// Returns the code of a refusal; that it was so already is none.
  Optional<String> enable(String id, boolean enabled, String actor);

  /// Puts one away that is switched off, or takes it out again. Returns the code of a refusal; that it
  /// was so already is none.
  Optional<String> putAway(String id, boolean away, String actor);

  Pressed press(String id, String actor);

  /// Has a run that failed go on from the action that failed. Returns the code of a refusal.
  Optional<String> again(Run run, String actor);

  /// Newest first.
  List<Version> versions(String id);

  /// How a former version is filled in; empty when this version of the program cannot read it.
  Optional<Draft> read(Version version);

  /// What it looked at and what came of it, newest first.
  List<Looked> looked(String id);

  /// What it would have done from `from` on and before `to`.
  Automations.Tried tryOut(Draft draft, Instant from, Instant to);

  /// Where messages for the webhook `name` go, and the secret under which they are signed.
  HookKey hookKey(String name, String actor);

  /// The same with another secret; whoever signs with the former one is refused from now on.
  HookKey renewHookKey(String name, String actor);

  AlertDesk alerts();

  LetterDesk letters();

  /// An automation in the list: `enabled` or not, or `putAway` and then not listed among the others.
  /// `builtIn` where the program brought it, `draft` null where another
  /// version of the program wrote it, `last` what it looked at last.
  record Card(
      Version version,
      boolean enabled,
      boolean putAway,
      boolean builtIn,
      @Nullable Draft draft,
      @Nullable Evaluation last) {
    public String id() {
      return version.id();
    }

    /// Its id where it cannot be read.
    public String name() {
      return draft == null ? id() : draft.name();
    }
  }

  /// One look with the event it was about and the run that followed, where there was one.
  record Looked(Evaluation evaluation, @Nullable String event, @Nullable Run run) {}

  /// What came of pressing the button.
  sealed interface Pressed {
    record Done(Evaluation evaluation) implements Pressed {}

    record Refused(String code) implements Pressed {}
  }

  /// What whoever sends to a webhook must know.
  sealed interface HookKey {
    record Told(String address, String secret) implements HookKey {
      @Override
      public String toString() {
        return "Told[" + address + "]";
      }
    }

    record Refused(String code) implements HookKey {}
  }
}
