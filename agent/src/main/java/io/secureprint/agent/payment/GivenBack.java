// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

/// A refund as the gateway has it. `key` is the one that it was asked for with, null where somebody
/// else asked. `state` is never [Refund.State#DUE].
public record GivenBack(
    String id, String paymentId, @Nullable String key, Paise amount, Refund.State state) {

  /// What a gateway is to give back: the same order again is the same refund.
  public record Order(String key, String paymentId, Paise amount) {}
}
