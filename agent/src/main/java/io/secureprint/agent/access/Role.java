// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

/// What a person of the shop is there for; each may do what those before it may.
public enum Role {
  /// Looks at everything and changes nothing.
  AUDITOR,
  /// Serves customers.
  STAFF,
  /// Sets the shop up.
  OWNER;

  public boolean covers(Role least) {
    return compareTo(least) >= 0;
  }
}
