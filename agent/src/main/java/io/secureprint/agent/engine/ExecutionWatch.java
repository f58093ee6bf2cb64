// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Duration;

/// Who counts what becomes of executions. Called on the engine's threads once it is written, so it only
/// takes note.
public interface ExecutionWatch {
  /// A step came to `status`: `DONE`, `RETRY`, `FAILED` or `CANCELLED`.
  void stepEnded(Execution execution, String status);

  /// An execution that is no branch of another has ended, so long after its beginning.
  void ended(Execution execution, Duration took);
}
