// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Refusal;
import io.secureprint.app.fx.Phrase;

/// What came of the last wish.
sealed interface Outcome {
  /// Nothing that a person must be told.
  record Nothing() implements Outcome {}

  record Working() implements Outcome {}

  record Done(Phrase what) implements Outcome {}

  record Refused(Refusal why) implements Outcome {}
}
