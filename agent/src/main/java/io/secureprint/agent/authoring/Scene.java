// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepText;

import java.util.List;
import java.util.Optional;

/// What a rehearsal has come to: what somebody would see now, or have to do. `step` is the id of a step.
public sealed interface Scene {
  String step();

  /// The customer is asked; `message` and `errors` say why the last answer was not taken.
  record Asks(String step, StepText message, List<StepError> errors) implements Scene {
    public Asks {
      errors = List.copyOf(errors);
    }
  }

  /// A server would be called with this now.
  record Calls(String step, String method, String endpoint, JsonObject body) implements Scene {}

  /// A card lies on the board, and is waited for.
  record Decides(String step) implements Scene {}

  /// A time goes by, or the message of this name is waited for.
  record Waits(String step, String message) implements Scene {}

  /// The customer chooses, pays or gets the sheets; `off` is the discount by then.
  record Prints(String step, Optional<Off> off) implements Scene {}

  /// It is over: how, why where not well, and what its result is.
  record Ended(String status, String code, JsonObject result) implements Scene {
    @Override
    public String step() {
      return "";
    }
  }

  /// So many percent less, and what that is called.
  record Off(int percent, StepText label) {}
}
