// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;
import java.util.Optional;

/// The rows of alerts. Every call joins the running unit of work.
public interface AlertRows {
  /// An open one; the unit is done again when another one has put the same alert meanwhile.
  void insert(Alert alert);

  /// False when somebody has changed it meanwhile.
  boolean replace(Alert old, Alert next);

  Optional<Alert> find(String id);

  /// The open one of this fingerprint, locked until the unit ends.
  Optional<Alert> open(String fingerprint);

  /// Those that nobody has acknowledged, the newest first.
  List<Alert> open(int most);
}
