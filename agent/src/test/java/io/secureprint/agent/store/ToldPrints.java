// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Prints;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A printing side that writes down what it is told.
final class ToldPrints implements Prints {
  final List<String> revoked = new ArrayList<>();
  private final BiConsumer<String, Intent> paid;

  ToldPrints(BiConsumer<String, Intent> paid) {
    this.paid = paid;
  }

  @Override
  public void paid(String executionId, Intent intent) {
    paid.accept(executionId, intent);
  }

  @Override
  public void revoked(String executionId) {
    revoked.add(executionId);
  }
}
