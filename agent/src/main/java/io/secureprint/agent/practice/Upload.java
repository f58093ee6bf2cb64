// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.intake.PhoneFrame;
import io.secureprint.agent.intake.PhoneMessage.FileDone;
import io.secureprint.agent.intake.PhoneMessage.FileOpen;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;

import java.util.Arrays;

/// One document on its way: sealed segment by segment, each under a fresh key.
final class Upload {
  private final int fid;
  private final String name;
  private final byte[] document;
  private final int chunks;
  private int seg = -1;
  private int start;
  private int next;
  private StreamKey key;

  Upload(int fid, String name, byte[] document, Ids ids) {
    this.fid = fid;
    this.name = name;
    this.document = document;
    this.chunks = SealedStream.chunks(document.length);
    this.key = freshKey(ids);
  }

  /// Begins a new segment at the file's chunk `from`.
  FileOpen open(int from, Ids ids) {
    seg++;
    start = from;
    next = from;
    key = freshKey(ids);
    return new FileOpen(fid, document.length, seg, key.key(), key.nonce(), start, name);
  }

  boolean complete() {
    return next == chunks;
  }

  PhoneFrame.Chunk nextChunk() {
    int from = Math.multiplyExact(next, SealedStream.CHUNK);
    byte[] clear = Arrays.copyOfRange(document, from, from + SealedStream.CHUNK);
    boolean last = next == chunks - 1;
    int idx = next - start;
    next++;
    byte[] sealed = new SealedStream(key).seal(idx, last, clear, 0, clear.length);
    return new PhoneFrame.Chunk(fid, seg, idx, sealed);
  }

  FileDone done() {
    return new FileDone(fid, seg, chunks, document.length);
  }

  private static StreamKey freshKey(Ids ids) {
    return new StreamKey(ids.bytes(32), ids.bytes(16));
  }
}
