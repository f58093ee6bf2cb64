// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SegmentKey;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One file in clear, a chunk at a time. A few opened chunks are kept, since a PDF is read back and
/// forth; the rest stays sealed. For one thread.
public final class SealedFile {
  private static final int KEPT_CHUNKS = 16;

  private final long size;
  private final int chunks;
  private final NavigableMap<Integer, SealedStream> segments = new TreeMap<>();
  private final SealedChunks source;
  private final SequencedMap<Integer, byte[]> opened = new LinkedHashMap<>(32, 0.75f, true);

  /// `segments` hold exactly the chunks of `size` bytes, in order.
  public SealedFile(long size, List<SegmentKey> segments, SealedChunks source) {
    this.size = size;
    this.chunks = SealedStream.chunks(size);
    this.source = source;
    for (SegmentKey segment : segments) {
      this.segments.put(segment.startChunk(), new SealedStream(segment));
    }
  }

  public long size() {
    return size;
  }

  /// Opens every chunk once and says which is the first whose seal does not hold; the last one must
  /// also end in zeros after the true size.
  public OptionalInt firstDamaged() throws IOException {
    for (int chunk = 0; chunk < chunks; chunk++) {
      byte[] clear = new byte[SealedStream.CHUNK];
      boolean whole = open(chunk, clear);
      boolean padded = whole && paddedWithZeros(chunk, clear);
      Arrays.fill(clear, (byte) 0);
      if (!padded) {
        return OptionalInt.of(chunk);
      }
    }
    return OptionalInt.empty();
  }

  /// The bytes of one chunk, always 64 KiB; what lies beyond [#size()] is padding. The array is
  /// reused: it holds until 16 other chunks have been asked for.
  byte[] chunk(int chunk) throws IOException {
    byte[] kept = opened.get(chunk);
    if (kept != null) {
      return kept;
    }
    byte[] clear = opened.size() < KEPT_CHUNKS ? new byte[SealedStream.CHUNK] : oldest();
    if (!open(chunk, clear)) {
      throw new IOException("the seal of chunk " + chunk + " does not hold any more");
    }
    opened.put(chunk, clear);
    return clear;
  }

  private byte[] oldest() {
    Map.Entry<Integer, byte[]> oldest = opened.firstEntry();
    opened.remove(oldest.getKey());
    return oldest.getValue();
  }

  private boolean open(int chunk, byte[] clear) throws IOException {
    Map.Entry<Integer, SealedStream> segment = segments.floorEntry(chunk);
    OptionalInt length =
        segment
            .getValue()
            .open(chunk - segment.getKey(), chunk == chunks - 1, source.fetch(chunk), clear);
    return length.isPresent() && length.getAsInt() == SealedStream.CHUNK;
  }

  private boolean paddedWithZeros(int chunk, byte[] clear) {
    int used = (int) Math.min(SealedStream.CHUNK, size - (long) chunk * SealedStream.CHUNK);
    for (int at = used; at < clear.length; at++) {
      if (clear[at] != 0) {
        return false;
      }
    }
    return true;
  }
}
