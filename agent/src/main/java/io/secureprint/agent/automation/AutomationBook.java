// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Stored;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Expressions.Wrong;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the definitions of automations, each version with its author and time. Whether `actor` may do
/// what is asked is the caller's question.
final class AutomationBook {
  private static final int SHOWN = 200;
  private static final int MOST = 200;

  private final AutomationRows rows;
  private final LiveAutomations live;
  private final EventTypes types;
  private final EventLog events;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  AutomationBook(
      AutomationRows rows,
      LiveAutomations live,
      EventTypes types,
      EventLog events,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.rows = rows;
    this.live = live;
    this.types = types;
    this.events = events;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /// Puts those in that belong to the program and were never there; switched on.
  void open(List<String> builtIn) {
    unitOfWork.run(Durability.STEP, () -> {
      for (String json : builtIn) {
        Definition definition = new DefinitionReader(types).read(json).orElseThrow();
        if (rows.find(definition.id()).isEmpty()) {
          Instant now = now();
          rows.insert(new Version(definition.id(), 1, json, "agent", now));
          rows.enable(definition.id(), true);
        }
      }
    });
    live.refresh();
  }

  /// All that is wrong with it; empty when it can be saved.
  List<Fault> check(String json) {
    List<Fault> faults = new ArrayList<>();
    var _ = checked(json, faults);
    return faults;
  }

  Optional<Checked> checked(String json, List<Fault> faults) {
    DefinitionReader reader = new DefinitionReader(types);
    Optional<Definition> read = reader.read(json);
    faults.addAll(reader.faults());
    try {
      return read.isEmpty() ? Optional.empty() : Optional.of(Checked.of(read.get(), types, faults));
    } catch (Wrong _) {
      return Optional.empty();
    }
  }

  /// Saves the version that follows `basedOn`, 0 for a new one, which is switched off until somebody
  /// switches it on.
  Saved save(String json, int basedOn, String actor) {
    List<Fault> faults = new ArrayList<>();
    Optional<Checked> checked = checked(json, faults);
    if (checked.isEmpty()) {
      return new Saved.Faulty(faults);
    }
    if (basedOn == 0 && live.all().stream().filter(one -> !one.stored().putAway()).count() >= MOST) {
      return new Saved.Refused("AUTOMATIONS_TOO_MANY");
    }
    String id = checked.get().definition().id();
    Version version = new Version(id, basedOn + 1, json, actor, now());
    boolean written = unitOfWork.call(Durability.BARRIER, () -> {
      if (!rows.insert(version)) {
        return false;
      }
      append(id, "AutomationSaved", version.number(), actor);
      return true;
    });
    live.refresh();
    return written ? new Saved.Done(id, version.number()) : new Saved.Refused("AUTOMATION_CHANGED");
  }

  /// False when it was so already, or there is none of this id.
  boolean enable(String id, boolean enabled, String actor) {
    boolean changed = unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Stored> stored = rows.find(id);
      if (stored.isEmpty() || !rows.enable(id, enabled)) {
        return false;
      }
      // What a clock would have done while it was off is not caught up with.
      rows.look(id, stored.get().lookedAt(), now());
      append(
          id, enabled ? "AutomationEnabled" : "AutomationDisabled",
          stored.get().version().number(), actor);
      return true;
    });
    live.refresh();
    return changed;
  }

  /// Puts one away that is switched off, or takes it out again. False when it was so already, it is
  /// switched on, or there is none of this id.
  boolean putAway(String id, boolean away, String actor) {
    boolean changed = unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Stored> stored = rows.find(id);
      if (stored.isEmpty() || !rows.putAway(id, away)) {
        return false;
      }
      append(
          id, away ? "AutomationPutAway" : "AutomationTakenOut",
          stored.get().version().number(), actor);
      return true;
    });
    live.refresh();
    return changed;
  }

  List<Version> versions(String id) {
    return unitOfWork.call(Durability.STEP, () -> rows.versions(id, SHOWN));
  }

  private void append(String id, String type, int version, String actor) {
    events.append(
        new EventLog.Event("automation", id, type, Map.of("version", version), actor, ""));
  }

  /// Of the database's precision.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
