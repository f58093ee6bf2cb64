// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.driver.api.SealedStream;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// One WebSocket message from the phone (`docs/protocol.md` sections 2 and 3).
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared or printed
public sealed interface PhoneFrame {
  /// A sealed chunk: 65,536 bytes and their tag.
  int CHUNK_BYTES = SealedStream.CHUNK + SealedStream.TAG;
  int CHUNK_FRAME_BYTES = 8 + CHUNK_BYTES;
  /// The longest record on the wire: 4,096 bytes and their tag.
  int RECORD_BYTES = ControlRecords.RECORD_BYTES + CipherState.TAG_BYTES;
  byte HELLO = 0x01;
  byte CONTROL = 0x03;
  byte CHUNK = 0x04;
  int RESUME = 0x01;

  /// The frame as it goes on the wire.
  byte[] bytes();

  /// Any bytes give a frame, if only a malformed one.
  static PhoneFrame parse(byte[] bytes) {
    if (bytes.length == 0) {
      return new Malformed("empty");
    }
    return switch (bytes[0]) {
      case HELLO -> hello(bytes);
      case CONTROL -> control(bytes);
      case CHUNK -> chunk(bytes);
      default -> new Malformed("first byte " + (bytes[0] & 0xff));
    };
  }

  private static PhoneFrame hello(byte[] bytes) {
    int noiseAt = 2 + Sid.BYTES;
    if (bytes.length < noiseAt || bytes.length > noiseAt + Hello.NOISE_BYTES) {
      return new Malformed("handshake of " + bytes.length + " bytes");
    }
    int flags = bytes[noiseAt - 1] & 0xff;
    if ((flags & ~RESUME) != 0) {
      return new Malformed("flags " + flags);
    }
    return new Hello(
        Sid.of(Arrays.copyOfRange(bytes, 1, 1 + Sid.BYTES)),
        flags == RESUME,
        Arrays.copyOfRange(bytes, noiseAt, bytes.length));
  }

  private static PhoneFrame control(byte[] bytes) {
    if (bytes.length > 1 + RECORD_BYTES) {
      return new Malformed("record of " + bytes.length + " bytes");
    }
    return new Control(Arrays.copyOfRange(bytes, 1, bytes.length));
  }

  private static PhoneFrame chunk(byte[] bytes) {
    if (bytes.length != CHUNK_FRAME_BYTES) {
      return new Malformed("chunk frame of " + bytes.length + " bytes");
    }
    ByteBuffer frame = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    int fid = Short.toUnsignedInt(frame.getShort());
    int seg = Byte.toUnsignedInt(frame.get());
    int idx = frame.getInt();
    if (fid == 0 || idx < 0) {
      return new Malformed("chunk " + idx + " of file " + fid);
    }
    return new Chunk(fid, seg, idx, Arrays.copyOfRange(bytes, 8, bytes.length));
  }

  /// The first message of a connection.
  record Hello(Sid sid, boolean resume, byte[] noise) implements PhoneFrame {
    /// Key, tag and at most 256 bytes of payload.
    static final int NOISE_BYTES = X25519.KEY_BYTES + CipherState.TAG_BYTES + 256;

    @Override
    public byte[] bytes() {
      return ByteBuffer.allocate(2 + Sid.BYTES + noise.length)
          .put(HELLO)
          .put(sid.bytes())
          .put((byte) flags())
          .put(noise)
          .array();
    }

    public int flags() {
      return resume ? RESUME : 0;
    }
  }

  /// A Noise record of a control message.
  record Control(byte[] sealed) implements PhoneFrame {
    @Override
    public byte[] bytes() {
      return ByteBuffer.allocate(1 + sealed.length).put(CONTROL).put(sealed).array();
    }
  }

  /// Chunk `idx` of segment `seg` (0 to 255) of file `fid` (1 to 65,535).
  record Chunk(int fid, int seg, int idx, byte[] sealed) implements PhoneFrame {
    @Override
    public byte[] bytes() {
      return ByteBuffer.allocate(8 + sealed.length)
          .put(CHUNK)
          .putShort((short) fid)
          .put((byte) seg)
          .putInt(idx)
          .put(sealed)
          .array();
    }
  }

  /// Nothing the protocol knows; `why` holds no byte of the content.
  record Malformed(String why) implements PhoneFrame {
    @Override
    public byte[] bytes() {
      return new byte[0];
    }
  }
}
