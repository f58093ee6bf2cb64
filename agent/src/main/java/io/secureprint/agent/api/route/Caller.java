// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import io.secureprint.agent.access.ApiRole;

import java.util.Set;

/// Who asks: whom the program acts for, by which key, and as what. `correlationId` marks everything
/// that comes of this request.
public record Caller(String subject, String keyId, Set<ApiRole> roles, String correlationId) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
