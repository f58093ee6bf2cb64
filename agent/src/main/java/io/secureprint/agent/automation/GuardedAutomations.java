// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Stored;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Keeper.Right;
import io.secureprint.agent.outbox.Outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The automations as people get to them: whoever changes something may do it, and stands in the books
/// by name. What a screen calls itself counts only in a shop without PINs.
public final class GuardedAutomations implements AutomationDesk {
  static final String PIN_NEEDED = "PIN_NEEDED";

  private final Automations automations;
  private final LetterDesk letters;
  private final Keeper keeper;
  private final String address;
  private final EventTypes types = EventTypes.ofTheShop();

  /// `address` is where programs reach this agent.
  public GuardedAutomations(
      Automations automations, Outbox outbox, Keeper keeper, String address) {
    this.automations = automations;
    this.letters = new GuardedLetters(outbox, keeper);
    this.keeper = keeper;
    this.address = address;
  }

  @Override
  public List<Card> all() {
    Map<String, Evaluation> last = new HashMap<>();
    automations.evaluations("").forEach(one -> last.putIfAbsent(one.automationId(), one));
    return automations.all().stream()
        .map(stored -> card(stored, last))
        .sorted(Comparator.comparing(Card::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private Card card(Stored stored, Map<String, Evaluation> last) {
    String id = stored.version().id();
    return new Card(
        stored.version(),
        stored.enabled(),
        stored.putAway(),
        BuiltIn.has(id),
        read(stored.version()).orElse(null),
        last.get(id));
  }

  @Override
  public List<String> events() {
    return List.copyOf(types.names());
  }

  @Override
  public List<Variable> variables(Draft.Start start) {
    return Scope.of(start, types).paths();
  }

  @Override
  public List<Fault> check(Draft draft) {
    DefinitionReader reader = new DefinitionReader(types);
    boolean read = reader.read(draft.json()).isPresent();
    List<Fault> faults = new ArrayList<>(read ? List.of() : reader.faults());
    faults.addAll(Checked.wrong(draft, types));
    return List.copyOf(faults);
  }

  @Override
  public Saved save(Draft draft, int basedOn, String actor) {
    List<Fault> faults = check(draft);
    if (!faults.isEmpty()) {
      return new Saved.Faulty(faults);
    }
    return keeper
        .author(Right.CHANGE, actor)
        .map(name -> automations.save(draft.json(), basedOn, name))
        .orElseGet(() -> new Saved.Refused(PIN_NEEDED));
  }

  @Override
  public Optional<String> enable(String id, boolean enabled, String actor) {
    Optional<String> author = keeper.author(Right.CHANGE, actor);
    author.ifPresent(name -> automations.enable(id, enabled, name));
    return author.isPresent() ? Optional.empty() : Optional.of(PIN_NEEDED);
  }

  @Override
  public Optional<String> putAway(String id, boolean away, String actor) {
    Optional<String> author = keeper.author(Right.CHANGE, actor);
    if (author.isEmpty()) {
      return Optional.of(PIN_NEEDED);
    }
    boolean changed = automations.putAway(id, away, author.get());
    return changed || !isOn(id) ? Optional.empty() : Optional.of("AUTOMATION_ON");
  }

  private boolean isOn(String id) {
    return automations.all().stream()
        .anyMatch(one -> one.version().id().equals(id) && one.enabled());
  }

  @Override
  public Pressed press(String id, String actor) {
    Optional<String> author = keeper.author(Right.TEND, actor);
    if (author.isEmpty()) {
      return new Pressed.Refused(PIN_NEEDED);
    }
    return automations
        .press(id, author.get())
        .<Pressed>map(Pressed.Done::new)
        .orElseGet(() -> new Pressed.Refused("AUTOMATION_CHANGED"));
  }

  @Override
  public Optional<String> again(Run run, String actor) {
    Optional<String> author = keeper.author(Right.CHANGE, actor);
    if (author.isEmpty()) {
      return Optional.of(PIN_NEEDED);
    }
    return automations.again(run.id(), author.get())
        ? Optional.empty()
        : Optional.of("AUTOMATION_CHANGED");
  }

  @Override
  public List<Version> versions(String id) {
    return automations.versions(id);
  }

  @Override
  public Optional<Draft> read(Version version) {
    return Draft.of(version.definition(), types);
  }

  @Override
  public List<Looked> looked(String id) {
    return automations.evaluations(id).stream().map(this::looked).toList();
  }

  private Looked looked(Evaluation evaluation) {
    String run = evaluation.runId();
    return new Looked(
        evaluation,
        evaluation.eventSeq() == 0
            ? null
            : automations.eventType(evaluation.eventSeq()).orElse(null),
        run == null ? null : automations.run(run).orElse(null));
  }

  @Override
  public Automations.Tried tryOut(Draft draft, Instant from, Instant to) {
    return automations.tryOut(draft.json(), from, to);
  }

  @Override
  public HookKey hookKey(String name, String actor) {
    return keeper
        .author(Right.CHANGE, actor)
        .map(_ -> told(name))
        .orElseGet(() -> new HookKey.Refused(PIN_NEEDED));
  }

  @Override
  public HookKey renewHookKey(String name, String actor) {
    Optional<String> author = keeper.author(Right.CHANGE, actor);
    author.ifPresent(by -> automations.hooks().renewSecret(name, by));
    return author.isPresent() ? told(name) : new HookKey.Refused(PIN_NEEDED);
  }

  private HookKey told(String name) {
    return new HookKey.Told(address + "/hooks/" + name, automations.hooks().secret(name));
  }

  @Override
  public AlertDesk alerts() {
    return new GuardedAlerts(automations.alerts(), keeper);
  }

  @Override
  public LetterDesk letters() {
    return letters;
  }
}
