// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Something that carries a journey through seven steps, of which each returns a small fact and
/// nothing else, and writes every step down before the next begins. Thread-safe.
interface Contender extends AutoCloseable {
  List<String> STEPS = List.of("ask", "check", "price", "pay", "make", "print", "thank");

  /// Begins a journey. The future completes when its end is written down.
  ///
  /// @param key no other journey has it
  CompletableFuture<Void> journey(String key) throws Exception;

  @Override
  void close();

  static Contender open(String name, Path folder) throws Exception {
    return switch (name) {
      case "engine" -> OwnEngine.open(folder);
      case "flowable" -> new FlowableEngine(folder);
      case "db-scheduler" -> new BareScheduler(folder);
      default -> throw new IllegalArgumentException("no contender " + name);
    };
  }
}
