// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.seal;

import java.util.Optional;
import java.util.Set;

/// Keeps sealed values of executions. Each call joins the running unit of work, or is one.
public interface SealedValues {
  void put(String executionId, String name, byte[] sealed);

  Optional<byte[]> get(String executionId, String name);

  Set<String> names(String executionId);

  void remove(String executionId, String name);

  void clear(String executionId);

  /// Bytes that are kept now, of all executions.
  long bytes();
}
