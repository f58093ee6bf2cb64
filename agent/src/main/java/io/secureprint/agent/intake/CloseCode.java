// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

/// Why a socket is closed (`docs/protocol.md` section 7).
public enum CloseCode {
  GOODBYE(1000),
  HANDSHAKE_REFUSED(1008),
  INTERNAL_ERROR(1011),
  SESSION_OVER(4000),
  PROTOCOL_VIOLATION(4001),
  CREDIT_EXCEEDED(4002),
  SUPERSEDED(4003),
  TOO_SLOW(4004),
  LIMIT_REACHED(4005),
  SHUTDOWN(4006);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  /// The number in the WebSocket close frame.
  public int number() {
    return number;
  }
}
