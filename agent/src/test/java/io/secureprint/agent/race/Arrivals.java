// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Who waits for the end of which journey.
final class Arrivals {
  private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

  CompletableFuture<Void> await(String id) {
    return awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  /// A journey may be over before anybody knows its id.
  void arrived(String id) {
    await(id).complete(null);
  }

  /// Nobody asks for it any more.
  void forget(String id) {
    awaited.remove(id);
  }
}
