// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalInt;

/// The document in clear, one chunk at a time, as its sealed chunks come in over the pipe.
final class UnsealedDocument extends InputStream {
  private final PipeReader<SenderCommand> commands;
  private final SealedStream stream;
  private final int chunks;
  private final byte[] clear = new byte[SealedStream.CHUNK];
  private int next;
  private int at;
  private int end;

  UnsealedDocument(PipeReader<SenderCommand> commands, StreamKey key, int chunks) {
    this.commands = commands;
    this.stream = new SealedStream(key);
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    return fill() ? clear[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(clear, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == end) {
      if (next == chunks) {
        Arrays.fill(clear, (byte) 0);
        return false;
      }
      open(chunk());
    }
    return true;
  }

  private byte[] chunk() throws IOException {
    if (commands.next()
            instanceof PipeRead.Message<SenderCommand>(SenderCommand.DocumentChunk(int index, byte[] sealed))
        && index == next) {
      return sealed;
    }
    throw new IOException("chunk " + next + " did not come");
  }

  private void open(byte[] sealed) throws IOException {
    OptionalInt opened = stream.open(next, next == chunks - 1, sealed, clear);
    if (opened.isEmpty()) {
      throw new IOException("the seal of chunk " + next + " does not hold");
    }
    next++;
    at = 0;
    end = opened.getAsInt();
  }
}
