// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

/// A move that the life cycle does not have, made by our own code: a fault of the caller, told with
/// what is allowed. Where people or programs wish for moves, the answer is a [RefusedMove].
public final class InvalidTransition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusedMove refused;

  InvalidTransition(String lifecycle, RefusedMove refused) {
    super(lifecycle + ": " + refused.message() + ", only " + refused.allowed());
    this.refused = refused;
  }

  public RefusedMove refused() {
    return refused;
  }
}
