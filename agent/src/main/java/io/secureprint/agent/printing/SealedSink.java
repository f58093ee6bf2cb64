// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

/// Takes one sealed stream from a worker: `started`, then its chunks in order, or `refused`. Each
/// call may block, which slows the worker down.
public interface SealedSink {
  /// For what has no stream, and whose refusal changes nothing.
  SealedSink NOBODY =
      new SealedSink() {
        @Override
        public void started(long size, int chunks) {}

        @Override
        public void chunk(int index, byte[] sealed) {}

        @Override
        public void refused(String code) {}
      };

  /// `size` bytes in clear, in `chunks` chunks.
  void started(long size, int chunks);

  void chunk(int index, byte[] sealed);

  /// Nothing (more) will come.
  void refused(String code);
}
