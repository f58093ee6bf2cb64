// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.shelf;

import io.secureprint.agent.kernel.JsonObject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows behind the shelf. Every call joins the running unit of work.
public interface WorkflowRows {
  List<Entry> list();

  Optional<Entry> find(String slug);

  Optional<JsonObject> draft(String slug);

  /// Newest first.
  List<Version> versions(String slug);

  Optional<JsonObject> snapshot(String slug, int version);

  /// Writes a draft over revision `basedOn`, 0 for a new workflow; false when somebody else was first.
  boolean saveDraft(String slug, String title, JsonObject draft, String author, Instant at, int basedOn);

  /// Writes a version and makes it the one that runs; the draft is gone. False when somebody else was
  /// first.
  boolean publish(String slug, Version version, String title, JsonObject snapshot, int basedOn);

  /// Forgets a workflow that was never published.
  boolean discard(String slug);

  /// One workflow of the shop; `published` is the version that runs, 0 for none. `revision` counts the
  /// changes of this row.
  record Entry(String slug, String title, boolean drafted, int published, int revision) {}

  /// One version; `reverts` is the version whose content it has again, or 0.
  record Version(
      int number, String hash, int reverts, String description, String author, Instant at) {}
}
