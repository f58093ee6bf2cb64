// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.payment.Intent;

import java.util.Optional;
import java.util.function.Supplier;

/// Who may print, as the books have it.
public interface PrintPermits {
  /// The paid intent under which an execution may print.
  Optional<Intent> paid(String executionId);

  /// Gives the word, which moves the effect, while the money cannot go back: in the unit of work that
  /// has seen the permit. Empty when the permit was taken back before.
  Optional<Effect> commit(String executionId, Supplier<Effect> word);
}
