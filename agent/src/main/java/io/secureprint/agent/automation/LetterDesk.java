// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.outbox.DeadLetter;

import java.util.List;
import java.util.Optional;

/// What could not be brought to whoever waits for it, as people see to it.
public interface LetterDesk {
  /// What waits or was given up, newest first.
  List<DeadLetter> open();

  /// `actor` wants it to be brought once more. Returns the code of a refusal: `PIN_NEEDED`, or
  /// `DEAD_LETTER_SETTLED` when it is not there any more or is just being brought.
  Optional<String> retry(DeadLetter letter, String actor);

  /// `actor` says that it does not matter. Refusals as for a retry.
  Optional<String> dismiss(DeadLetter letter, String actor);
}
