// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import io.secureprint.agent.access.ApiRole;

import java.util.EnumSet;
import java.util.Set;

/// Who is let in by what.
public sealed interface Access {
  /// Whoever can reach this PC's loopback address.
  Access OPEN = new Open();
  /// A message that proves itself; the route looks at it.
  Access SIGNED = new Signed();
  /// The program of the user to whom the shop's data folder belongs.
  Access DOORKEY = new Doorkey();
  /// A key of any role.
  Access LOOKS = new Key(EnumSet.allOf(ApiRole.class));
  /// A key that may change things.
  Access ACTS = new Key(EnumSet.of(ApiRole.INTEGRATOR));

  record Open() implements Access {}

  record Signed() implements Access {}

  record Doorkey() implements Access {}

  record Key(Set<ApiRole> roles) implements Access {
    public Key {
      roles = Set.copyOf(roles);
    }
  }
}
