// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of evaluations and runs. Every call joins the running unit of work.
public interface RunRows {
  /// Its `seq` is given by the table.
  void insert(Evaluation evaluation);

  /// Newest first; of all automations when `automationId` is empty.
  List<Evaluation> evaluations(String automationId, int most);

  void insert(Run run);

  Optional<Run> find(String id);

  /// How many of an automation have not ended.
  int unfinished(String automationId);

  /// The oldest unfinished run of each automation.
  List<Run> heads();

  /// Holds the run for `owner` until then. False when somebody else holds it, or it has changed.
  boolean claim(Run run, String owner, Instant now, Instant until);

  /// False when it has changed since `old` was read. Nobody holds it any more.
  boolean replace(Run old, Run next);

  /// Forgets evaluations, and runs that have ended, from before that moment.
  void forget(Instant before);
}
