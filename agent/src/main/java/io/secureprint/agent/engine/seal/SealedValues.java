// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.seal;

import java.util.Map;
import java.util.Optional;

/// Keeps sealed values of executions. Each call joins the running unit of work, or is one.
public interface SealedValues {
  void put(String executionId, String name, byte[] sealed);

  Optional<byte[]> get(String executionId, String name);

  /// Each name with the bytes of its sealed value.
  Map<String, Integer> sizes(String executionId);

  void remove(String executionId, String name);

  void clear(String executionId);

  /// Bytes that are kept now, of all executions.
  long bytes();
}
