// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

/// Something went otherwise than a practice customer's script says; the message tells what was heard
/// instead.
public final class OffScript extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OffScript(String message) {
    super(message);
  }

  OffScript(String message, Throwable cause) {
    super(message, cause);
  }
}
