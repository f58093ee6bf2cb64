// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.util.List;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

/// A refusal on its way out of a data fetcher; programs see its code among the extensions.
final class Refused extends RuntimeException implements GraphQLError {
  private static final long serialVersionUID = 1L;

  private final String code;

  Refused(String code, String words) {
    super(words, null, false, false);
    this.code = code;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  @Override
  public List<SourceLocation> getLocations() {
    return List.of();
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return Map.of("code", code);
  }
}
