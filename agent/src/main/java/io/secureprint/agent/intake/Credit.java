// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

/// How many bytes of chunk frames the phone may still send: a window of 4 MiB, opened again in
/// steps of at least 1 MiB as the bytes are consumed. Thread-safe.
final class Credit {
  static final long WINDOW = 4L << 20;
  static final long STEP = 1L << 20;

  private long left;
  private long consumed;

  /// The first grant, and what it is worth.
  synchronized long open() {
    left = WINDOW;
    return WINDOW;
  }

  /// False when the phone was not granted so much.
  synchronized boolean spend(int bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  /// What to grant now that `bytes` more are consumed; 0 for nothing yet.
  synchronized long consume(int bytes) {
    consumed += bytes;
    if (consumed < STEP) {
      return 0;
    }
    long grant = consumed;
    consumed = 0;
    left += grant;
    return grant;
  }

  /// Whether the phone could send one more chunk.
  synchronized boolean enough() {
    return left >= PhoneFrame.CHUNK_FRAME_BYTES;
  }
}
