// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.destruction.Remains.Spool;
import io.secureprint.agent.kernel.Problems;

import java.util.List;

/// What the destruction of one session did. `failures` are codes of steps that did not succeed, in
/// order; none means destroyed. `wipeVerified` is whether every file was read back from the device
/// itself as it was overwritten, the first time round.
public record Destroyed(
    int keys,
    boolean keysVerified,
    int files,
    int passes,
    boolean wipeVerified,
    Spool spool,
    int scanHits,
    List<String> failures) {
  public static final String WORKERS = "DESTROY_WORKERS";
  public static final String KEYS = "DESTROY_KEYS";
  public static final String SPOOL = "DESTROY_SPOOL";
  public static final String WIPE = "DESTROY_WIPE";
  public static final String SCAN = "DESTROY_SCAN";
  public static final String RECORD = "DESTROY_RECORD";

  public Destroyed {
    failures = List.copyOf(failures);
  }

  public boolean complete() {
    return failures.isEmpty();
  }

  /// Keys that live and a disk of ours that cannot be cleaned; a printer that cannot be purged closes
  /// its lane only (decision 19). What fails for another reason is tried again.
  public List<String> closing() {
    return failures.stream().filter(code -> Problems.of(code).closesShop()).toList();
  }
}
