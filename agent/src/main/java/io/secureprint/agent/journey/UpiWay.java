// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.UpiLink;

/// How this shop takes UPI.
public sealed interface UpiWay {
  /// It does not.
  record None() implements UpiWay {}

  /// To its own address; a person of the shop looks into the bank app. `utrKey` seals the references
  /// (32 bytes).
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record ByHand(UpiLink.Payee payee, byte[] utrKey) implements UpiWay {}

  /// By a gateway, which tells of each payment itself. `utrKey` as above, for when it does not.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record ByGateway(GatewayWatch watch, byte[] utrKey) implements UpiWay {}

  /// The provider in the books; empty text where there is none.
  default String provider() {
    return switch (this) {
      case None() -> "";
      case ByHand _ -> Providers.UPI;
      case ByGateway(GatewayWatch watch, _) -> watch.provider().name();
    };
  }
}
