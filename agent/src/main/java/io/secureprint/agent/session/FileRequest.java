// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import java.nio.charset.StandardCharsets;

/// The phone's wish to send a file, or to go on with it from chunk `start` under a new segment.
/// `size` in bytes; the name has at most 200 bytes of UTF-8.
public record FileRequest(int fid, long size, int segment, int start, String name) {
  public FileRequest {
    if (fid < 1 || fid > 65_535 || segment < 0 || segment > 255 || start < 0) {
      throw new IllegalArgumentException("file request out of range");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > 200) {
      throw new IllegalArgumentException("file name too long");
    }
  }

  /// Without the name.
  @Override
  public String toString() {
    return "FileRequest[" + fid + " segment " + segment + "]";
  }
}
