// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The disk under the vault's folder. Documents leave a part of it free: the database on the same
/// disk needs room to write down what was paid and what was destroyed.
record Disk(Path vault) {
  /// Bytes that documents never take.
  private static final long RESERVE = 64L << 20;

  /// Whether so many more bytes of documents fit on it.
  boolean takes(long bytes) {
    Path there = vault.toAbsolutePath();
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent(), "the root is always there");
    }
    return there.toFile().getUsableSpace() - RESERVE >= bytes;
  }
}
