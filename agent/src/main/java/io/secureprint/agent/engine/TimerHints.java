// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Instant;
import java.util.function.Consumer;

/// Calls the engine when an execution wants to be woken. A hint may be lost or come twice: the
/// journal's `wakeAt` is the truth, and the engine gives its hints again at each start.
public interface TimerHints {
  void wakeAt(String executionId, Instant at);

  /// Starts to call `wake` with execution ids.
  void start(Consumer<String> wake);
}
