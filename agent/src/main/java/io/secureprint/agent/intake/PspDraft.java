// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.Protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// RFC 6455 without extensions and with an end to everything: browsers do send a message in several
/// frames, but the library sums up their length only at the last one and never counts them.
final class PspDraft extends Draft_6455 {
  static final String PROTOCOL = "psp.v1";
  static final int MOST_FRAME_BYTES = 65_600;
  private static final int MOST_FRAGMENTS = 128;
  private static final Set<Opcode> PART_OF_A_MESSAGE =
      EnumSet.of(Opcode.BINARY, Opcode.TEXT, Opcode.CONTINUOUS);

  private int fragments;
  private int bytes;

  PspDraft() {
    super(List.of(), List.of(new Protocol(PROTOCOL)), MOST_FRAME_BYTES);
  }

  @Override
  public Draft copyInstance() {
    return new PspDraft();
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    if (PART_OF_A_MESSAGE.contains(frame.getOpcode())) {
      fragments++;
      bytes += frame.getPayloadData().remaining();
      if (fragments > MOST_FRAGMENTS || bytes > MOST_FRAME_BYTES) {
        throw new LimitExceededException("message too long", MOST_FRAME_BYTES);
      }
      if (frame.isFin()) {
        fragments = 0;
        bytes = 0;
      }
    }
    super.processFrame(socket, frame);
  }
}
