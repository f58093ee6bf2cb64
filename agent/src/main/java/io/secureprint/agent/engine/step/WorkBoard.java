// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.definition.StepConfig;

import java.util.Optional;

/// Where people of the shop find what a workflow wants of them. What becomes of a card comes back as the
/// signal [CardStep#CARD].
public interface WorkBoard {
  /// Opens the card of a step, once however often it is called with the same `key`, and returns its id;
  /// empty where the board does not take it.
  Optional<String> open(String key, String executionId, String correlationId, StepConfig.Card card);

  /// Nobody waits for this card any more: what people have not done, they need not do.
  void withdraw(String card, String correlationId);
}
