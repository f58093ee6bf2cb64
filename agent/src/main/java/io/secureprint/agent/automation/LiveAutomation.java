// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.AutomationRows.Stored;
import io.secureprint.agent.automation.Expressions.Wrong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Optional;

/// The newest version of an automation. Its expressions are made ready at the first need. Thread-safe.
final class LiveAutomation {
  private static final Logger LOG = LoggerFactory.getLogger(LiveAutomation.class);

  private final Stored stored;
  private final EventTypes types;
  private final Optional<Definition> definition;
  private boolean ready;
  private Optional<Checked> checked = Optional.empty();

  LiveAutomation(Stored stored, EventTypes types) {
    this.stored = stored;
    this.types = types;
    this.definition = new DefinitionReader(types).read(stored.version().definition());
    if (definition.isEmpty()) {
      LOG.error("automation {} does not fit this version of the program", stored.version().id());
    }
  }

  Stored stored() {
    return stored;
  }

  String id() {
    return stored.version().id();
  }

  /// Empty when another version of this program wrote it.
  Optional<Definition> definition() {
    return definition;
  }

  synchronized Optional<Checked> checked() {
    if (!ready) {
      checked = definition.flatMap(this::check);
      ready = true;
    }
    return checked;
  }

  private Optional<Checked> check(Definition read) {
    try {
      return Optional.of(Checked.of(read, types, new ArrayList<>()));
    } catch (Wrong _) {
      return Optional.empty();
    }
  }
}
