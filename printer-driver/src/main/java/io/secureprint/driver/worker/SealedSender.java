// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerEvent;

import org.apache.pdfbox.io.RandomAccessRead;

import java.io.IOException;
import java.util.Arrays;

/// Sends bytes out as one sealed stream, announced by its length.
final class SealedSender {
  private final AgentLine agent;

  SealedSender(AgentLine agent) {
    this.agent = agent;
  }

  void send(int request, StreamKey key, RandomAccessRead clear) throws IOException {
    long size = clear.length();
    int chunks = SealedStream.chunks(size);
    agent.send(new WorkerEvent.StreamStarted(request, size, chunks));
    SealedStream stream = new SealedStream(key);
    byte[] chunk = new byte[SealedStream.CHUNK];
    clear.seek(0);
    for (int index = 0; index < chunks; index++) {
      int length = (int) Math.min(chunk.length, size - (long) index * chunk.length);
      clear.readFully(chunk, 0, length);
      byte[] sealed = stream.seal(index, index == chunks - 1, chunk, 0, length);
      agent.send(new WorkerEvent.StreamChunk(request, index, sealed));
    }
    Arrays.fill(chunk, (byte) 0);
  }
}
