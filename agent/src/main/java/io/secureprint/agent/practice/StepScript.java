// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.form.StepValues;

import java.util.Map;
import java.util.Optional;

/// What a scripted customer answers to the owner's steps, by the steps' names.
public record StepScript(Map<String, StepValues> answers) {
  static final StepScript NONE = new StepScript(Map.of());

  public StepScript {
    answers = Map.copyOf(answers);
  }

  /// The answer to this step, each time as another command; empty where the script has none.
  Optional<PhoneMessage.StepInput> answer(AgentMessage.Step asked, Ids ids) {
    return switch (asked.kind()) {
      case FORM, INFO, CONFIRMATION ->
          Optional.ofNullable(answers.get(asked.step()))
              .map(input -> new PhoneMessage.StepInput(asked.step(), ids.bytes(16), input));
      case WAIT, NONE -> Optional.empty();
    };
  }

  /// A script that does not please the shop is a wrong script.
  void heard(AgentMessage.StepRefused refused) {
    if (answers.containsKey(refused.step())) {
      throw new OffScript(
          "step " + refused.step() + " is refused: " + refused.message() + refused.errors());
    }
  }
}
