// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AlertDesk;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Automations;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.agent.automation.LetterDesk;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Saved;
import io.secureprint.agent.automation.Variable;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.outbox.DeadLetter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A shop that does nothing by itself and refuses to begin with it.
public final class SampleAutomations implements AutomationDesk {
  private static final String REFUSED = "PIN_NEEDED";

  /// What is wrong with whatever is checked.
  public List<Fault> faults = List.of();
  /// While this is so, nothing can be checked.
  public boolean unwell;
  final Observable<List<Alert>> open = new Observable<>(List.of());

  @Override
  public List<Card> all() {
    return List.of();
  }

  @Override
  public List<String> events() {
    return List.of();
  }

  @Override
  public List<Variable> variables(Draft.Start start) {
    return List.of();
  }

  @Override
  public List<Fault> check(Draft draft) {
    if (unwell) {
      throw new IllegalStateException("nothing is checked");
    }
    return faults;
  }

  @Override
  public Saved save(Draft draft, int basedOn, String actor) {
    return new Saved.Refused(REFUSED);
  }

  @Override
  public Optional<String> enable(String id, boolean enabled, String actor) {
    return Optional.of(REFUSED);
  }

  @Override
  public Optional<String> putAway(String id, boolean away, String actor) {
    return Optional.of(REFUSED);
  }

  @Override
  public Optional<String> again(Run run, String actor) {
    return Optional.of(REFUSED);
  }

  @Override
  public Pressed press(String id, String actor) {
    return new Pressed.Refused(REFUSED);
  }

  @Override
  public List<Version> versions(String id) {
    return List.of();
  }

  @Override
  public Optional<Draft> read(Version version) {
    return Optional.empty();
  }

  @Override
  public List<Looked> looked(String id) {
    return List.of();
  }

  @Override
  public Automations.Tried tryOut(Draft draft, Instant from, Instant to) {
    return new Automations.Tried.Faulty(List.of());
  }

  @Override
  public HookKey hookKey(String name, String actor) {
    return new HookKey.Refused(REFUSED);
  }

  @Override
  public HookKey renewHookKey(String name, String actor) {
    return new HookKey.Refused(REFUSED);
  }

  @Override
  public AlertDesk alerts() {
    return new AlertDesk() {
      @Override
      public Observable<List<Alert>> open() {
        return open;
      }

      @Override
      public Optional<String> acknowledge(String id, String actor) {
        return Optional.of(REFUSED);
      }
    };
  }

  @Override
  public LetterDesk letters() {
    return new LetterDesk() {
      @Override
      public List<DeadLetter> open() {
        return List.of();
      }

      @Override
      public Optional<String> retry(DeadLetter letter, String actor) {
        return Optional.of(REFUSED);
      }

      @Override
      public Optional<String> dismiss(DeadLetter letter, String actor) {
        return Optional.of(REFUSED);
      }
    };
  }
}
