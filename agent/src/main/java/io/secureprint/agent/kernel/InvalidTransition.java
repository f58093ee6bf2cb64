// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

/// A move that the life cycle does not have: a fault of the caller, told with what is allowed.
public final class InvalidTransition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidTransition(String lifecycle, String from, String to, String allowed) {
    super(lifecycle + ": transition from " + from + " to " + to + " not allowed, only " + allowed);
  }

  public String code() {
    return "INVALID_TRANSITION";
  }
}
