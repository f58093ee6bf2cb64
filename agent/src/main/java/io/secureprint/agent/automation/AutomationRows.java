// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows behind the automations. Every call joins the running unit of work.
public interface AutomationRows {
  /// In the order of their ids.
  List<Stored> all();

  Optional<Stored> find(String id);

  /// False when there is a version of this number, or the automation is unknown and this is not the
  /// first.
  boolean insert(Version version);

  /// Newest first.
  List<Version> versions(String id, int most);

  /// False when it was so already, or the automation is unknown or put away.
  boolean enable(String id, boolean enabled);

  /// False when it was so already, or the automation is unknown or switched on.
  boolean putAway(String id, boolean away);

  /// Notes up to when the times of a schedule were looked at. False when somebody else has meanwhile.
  boolean look(String id, Instant before, Instant now);

  /// The newest version of an automation, and how it stands.
  record Stored(Version version, boolean enabled, boolean putAway, Instant lookedAt) {}

  /// What somebody saved; `number` counts from 1.
  record Version(String id, int number, String definition, String author, Instant at) {}
}
