// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.intake.AgentMessage.FileState;
import io.secureprint.agent.intake.AgentMessage.FileStatus;

/// The phone line of one connection.
final class Line implements PhoneLine {
  private final PhoneSocket socket;
  private final Inbox inbox;
  private final Outbox outbox;
  private final UploadPace pace;

  Line(PhoneSocket socket, Inbox inbox, Outbox outbox, UploadPace pace) {
    this.socket = socket;
    this.inbox = inbox;
    this.outbox = outbox;
    this.pace = pace;
  }

  @Override
  public void send(AgentMessage message) {
    if (message instanceof FileState state && state.status() != FileStatus.RECEIVING) {
      pace.closed(state.fid());
    }
    if (message instanceof AgentMessage.Problem problem && problem.fid() != null) {
      pace.closed(problem.fid());
    }
    if (!outbox.send(message)) {
      close(CloseCode.TOO_SLOW);
    }
  }

  @Override
  public void sendPreview(int id, int idx, byte[] sealed) {
    if (sealed.length > PhoneFrame.CHUNK_BYTES) {
      throw new IllegalArgumentException("preview chunk of " + sealed.length + " bytes");
    }
    if (!outbox.sendPreview(new AgentFrame.Preview(id, idx, sealed))) {
      close(CloseCode.TOO_SLOW);
    }
  }

  @Override
  public void close(CloseCode code) {
    inbox.end(null);
    socket.close(code.number());
  }

  @Override
  public void violation(CloseCode code) {
    inbox.end(code);
    socket.close(code.number());
  }
}
