// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// One WebSocket message to the phone (`docs/protocol.md` sections 2 and 3).
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared or printed
public sealed interface AgentFrame {
  byte ANSWER = 0x02;
  byte CONTROL = 0x03;
  byte PREVIEW = 0x05;

  /// The frame as it goes on the wire.
  byte[] bytes();

  /// Any bytes give a frame, if only a malformed one.
  static AgentFrame parse(byte[] bytes) {
    if (bytes.length == 0) {
      return new Malformed();
    }
    byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
    return switch (bytes[0]) {
      case ANSWER -> new Answer(rest);
      case CONTROL -> new Control(rest);
      case PREVIEW -> rest.length < 8 ? new Malformed() : preview(rest);
      default -> new Malformed();
    };
  }

  private static AgentFrame preview(byte[] rest) {
    ByteBuffer frame = ByteBuffer.wrap(rest);
    return new Preview(frame.getInt(), frame.getInt(), Arrays.copyOfRange(rest, 8, rest.length));
  }

  private static byte[] joined(byte first, byte[] rest) {
    return ByteBuffer.allocate(1 + rest.length).put(first).put(rest).array();
  }

  /// The answer to the phone's first message.
  record Answer(byte[] noise) implements AgentFrame {
    @Override
    public byte[] bytes() {
      return joined(ANSWER, noise);
    }
  }

  /// A Noise record of a control message.
  record Control(byte[] sealed) implements AgentFrame {
    @Override
    public byte[] bytes() {
      return joined(CONTROL, sealed);
    }
  }

  /// Chunk `idx` of the preview `id`, at most [PhoneFrame#CHUNK_BYTES] long.
  record Preview(int id, int idx, byte[] sealed) implements AgentFrame {
    @Override
    public byte[] bytes() {
      return ByteBuffer.allocate(9 + sealed.length)
          .put(PREVIEW)
          .putInt(id)
          .putInt(idx)
          .put(sealed)
          .array();
    }
  }

  /// Nothing the protocol knows.
  record Malformed() implements AgentFrame {
    @Override
    public byte[] bytes() {
      return new byte[0];
    }
  }
}
