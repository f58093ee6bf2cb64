// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.Map;

/// How much one execution may keep: bounded as a whole, so that a workflow that goes round does not
/// fill the disk.
public final class ContextRoom {
  private static final int MOST_VALUES = 200;
  private static final int MOST_OF_ONE = 1 << 20;
  private static final int MOST_BYTES = 4 << 20;

  private ContextRoom() {}

  /// Refuses what finds no room.
  ///
  /// @param kept what stands there already, in bytes by key
  /// @throws Context.Full when `bytes` under `key` do not fit beside the others
  public static void within(Map<String, Integer> kept, String key, int bytes) {
    int before = kept.getOrDefault(key, 0);
    long all = (long) bytes - before;
    for (int each : kept.values()) {
      all += each;
    }
    boolean oneMore = !kept.containsKey(key) && kept.size() >= MOST_VALUES;
    boolean tooMuch = bytes > before && all > MOST_BYTES;
    if (bytes > MOST_OF_ONE || tooMuch || oneMore) {
      throw new Context.Full(key);
    }
  }
}
