// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.net.URI;
import java.nio.file.Path;

/// What the agent tells a print sender, once, before the sealed chunks.
public sealed interface SenderCommand {
  /// Send the document that follows (`size` bytes in clear, sealed with `key` in `chunks` chunks) as
  /// the only document of an IPP job that exists already (RFC 8011 4.3.1, Send-Document).
  record SendDocument(URI printer, int jobId, StreamKey key, long size, int chunks)
      implements SenderCommand {}

  /// Write it as a file into a folder, whole or not at all.
  record WriteFile(Path folder, String name, StreamKey key, long size, int chunks)
      implements SenderCommand {}

  /// Print it through one of the PC's print services, as a job of its own.
  record PrintOnService(ServiceJob job, StreamKey key, long size, int chunks)
      implements SenderCommand {}

  @SuppressWarnings("ArrayRecordComponent")
  record DocumentChunk(int index, byte[] sealed) implements SenderCommand {}
}
