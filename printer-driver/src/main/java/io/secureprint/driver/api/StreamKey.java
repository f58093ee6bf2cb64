// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// The key (32 bytes) and nonce (16 bytes) of one sealed stream between two processes. A pair is
/// used for one stream only.
@SuppressWarnings("ArrayRecordComponent") // keys are never compared, printed or put in a collection
public record StreamKey(byte[] key, byte[] nonce) {
  public StreamKey {
    if (key.length != 32 || nonce.length != 16) {
      throw new IllegalArgumentException("not a stream key");
    }
  }

  @Override
  public String toString() {
    return "StreamKey[]";
  }
}
