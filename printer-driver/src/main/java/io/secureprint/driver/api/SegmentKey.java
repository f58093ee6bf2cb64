// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// One sealed segment of a file: its key (32 bytes), its nonce (16 bytes), the file chunk it starts
/// at, and how many chunks of it count. Only the last segment of a file carries the final flag.
@SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
public record SegmentKey(byte[] key, byte[] nonce, int startChunk, int chunks) {
  public SegmentKey {
    if (key.length != 32 || nonce.length != 16 || startChunk < 0 || chunks < 1) {
      throw new IllegalArgumentException("not a segment");
    }
  }

  @Override
  public String toString() {
    return "SegmentKey[start " + startChunk + ", " + chunks + " chunks]";
  }
}
