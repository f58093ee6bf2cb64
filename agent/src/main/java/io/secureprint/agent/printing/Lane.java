// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to the printer. It is closed while the queue still holds, or may hold, a customer's
/// document that could not be purged (decision 19). Thread-safe.
public final class Lane {
  private final Set<String> dirty = ConcurrentHashMap.newKeySet();

  public boolean isOpen() {
    return dirty.isEmpty();
  }

  /// The job of this execution could not be purged, or now is.
  public void tell(String executionId, boolean clean) {
    if (clean) {
      dirty.remove(executionId);
    } else {
      dirty.add(executionId);
    }
  }
}
