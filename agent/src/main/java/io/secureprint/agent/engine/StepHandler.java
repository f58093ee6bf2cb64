// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

/// Does the steps of one type. Calls run on a virtual thread outside any unit of work, one at a time
/// for an execution, and may block. `begin` is called again after a crash: what it does to the
/// outside goes through the [EffectLedger].
public interface StepHandler {
  String type();

  StepOutcome begin(StepRun run);

  /// The step is waiting and something came.
  StepOutcome signal(StepRun run, Signal signal);
}
