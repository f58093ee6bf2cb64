// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

/// Why a session ended. The code goes to the phone, the journal and the receipt.
public enum EndReason {
  PRINTED("printed"),
  /// The customer asked for it.
  DELETED("deleted"),
  IDLE("idle"),
  /// The whole life is over.
  EXPIRED("expired"),
  /// The phone has been gone too long.
  GONE("gone"),
  /// The shop ended it.
  CANCELLED("cancelled"),
  ERROR("error"),
  SHUTDOWN("shutdown");

  private final String code;

  EndReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The problem of which an execution's history tells.
  public String problem() {
    return "SESSION_" + name();
  }
}
