// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SegmentKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A file as a phone would have sent it: padded, sealed chunk by chunk, in one or more segments.
public final class SealedUpload {
  private final long size;
  private final List<SegmentKey> segments = new ArrayList<>();
  private final List<byte[]> chunks = new ArrayList<>();

  /// `breaks` are the file chunks at which a new segment starts, beside 0.
  public SealedUpload(byte[] file, int... breaks) {
    this(file, (byte) 0, breaks);
  }

  private SealedUpload(byte[] file, byte padding, int... breaks) {
    this.size = file.length;
    int count = SealedStream.chunks(size);
    byte[] padded = Arrays.copyOf(file, count * SealedStream.CHUNK);
    Arrays.fill(padded, file.length, padded.length, padding);
    Random random = new Random(size);
    int start = 0;
    for (int i = 0; i <= breaks.length; i++) {
      int end = i < breaks.length ? breaks[i] : count;
      SegmentKey segment = new SegmentKey(bytes(random, 32), bytes(random, 16), start, end - start);
      segments.add(segment);
      seal(segment, padded, count);
      start = end;
    }
  }

  /// The same, but the last chunk is not padded with zeros.
  public static SealedUpload dirtyPadding(byte[] file) {
    return new SealedUpload(file, (byte) 1);
  }

  public long size() {
    return size;
  }

  public List<SegmentKey> segments() {
    return List.copyOf(segments);
  }

  public byte[] chunk(int index) {
    return chunks.get(index);
  }

  /// Changes one bit of a sealed chunk.
  public SealedUpload damage(int index) {
    chunks.get(index)[100] ^= 1;
    return this;
  }

  private void seal(SegmentKey segment, byte[] padded, int count) {
    SealedStream stream = new SealedStream(segment);
    for (int index = 0; index < segment.chunks(); index++) {
      int chunk = segment.startChunk() + index;
      chunks.add(
          stream.seal(
              index, chunk == count - 1, padded, chunk * SealedStream.CHUNK, SealedStream.CHUNK));
    }
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
