// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.openapi;

import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Route;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Everything that one route may refuse with: what its row says, and what follows from the rest of
/// the row.
public final class RouteErrors {
  private RouteErrors() {}

  /// By status, then by code.
  public static List<ApiError> of(Route<?, ?, ?> route) {
    Set<ApiError> all = new LinkedHashSet<>(route.errors());
    all.add(ApiError.ORIGIN_REFUSED);
    all.add(ApiError.QUERY_WRONG);
    if (!route.path().names().isEmpty()) {
      all.add(ApiError.NOT_FOUND);
    }
    all.addAll(ofAccess(route.access()));
    all.addAll(ofBody(route.body()));
    all.add(ApiError.INTERNAL);
    all.add(ApiError.STORAGE_FAILED);
    return all.stream()
        .sorted(Comparator.comparingInt(ApiError::status).thenComparing(ApiError::code))
        .toList();
  }

  private static Set<ApiError> ofAccess(Access access) {
    return switch (access) {
      case Access.Open _ -> Set.of();
      case Access.Signed _ -> Set.of(ApiError.SIGNATURE_WRONG, ApiError.RATE_EXCEEDED);
      case Access.Doorkey _ -> Set.of(ApiError.DOORKEY_WRONG);
      case Access.Key _ ->
          Set.of(
              ApiError.API_KEY_WRONG, ApiError.ROLE_MISSING, ApiError.RATE_EXCEEDED,
              ApiError.TOO_MANY_FAILURES);
    };
  }

  private static Set<ApiError> ofBody(Route.Body<?> body) {
    return switch (body) {
      case Route.Body.None _ -> Set.of();
      case Route.Body.Raw _ -> Set.of(ApiError.BODY_TOO_LARGE, ApiError.BODY_WRONG);
      case Route.Body.Json<?> _ ->
          Set.of(
              ApiError.BODY_TOO_LARGE, ApiError.BODY_TYPE_WRONG, ApiError.BODY_WRONG,
              ApiError.FIELDS_WRONG);
    };
  }
}
