// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.List;
import java.util.Optional;

/// Keeps effects, so that none happens twice. Each call is a unit of work of its own and on the disk
/// when it returns.
public interface EffectLedger {
  /// The effect of this key: a new one, or the one that a former run began.
  Effect open(String key, String executionId, String kind);

  /// Moves `effect` on, adding to its evidence.
  Effect move(Effect effect, EffectState to, String externalRef, Facts evidence);

  Optional<Effect> find(String key);

  /// Effects that are neither DONE nor ABORTED.
  List<Effect> unresolved();
}
