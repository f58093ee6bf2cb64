// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.intake.AgentFrame;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.ControlCodec;
import io.secureprint.agent.intake.ControlCodec.Decoded;
import io.secureprint.agent.intake.ControlRecords;
import io.secureprint.agent.intake.ControlRecords.Joined;
import io.secureprint.agent.intake.NoiseChannel;
import io.secureprint.agent.intake.PhoneFrame;
import io.secureprint.agent.intake.PhoneMessage;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One connection of a phone: what it sends is sealed here, what it hears is opened and put into a
/// mailbox. One thread sends; the client's own thread receives.
final class PhoneWire implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 20;
  private static final int ABNORMAL = 1_006;

  private final Mailbox mailbox = new Mailbox();
  private final Semaphore credit = new Semaphore(0);
  private final ControlRecords records = new ControlRecords(ControlRecords.MOST_FROM_AGENT);
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private final WebSocket socket;
  private volatile @Nullable NoiseChannel channel;

  private PhoneWire(WebSocket.Builder builder, URI address) {
    socket = builder.buildAsync(address, this).join();
  }

  static PhoneWire open(HttpClient http, URI address, String origin) {
    WebSocket.Builder builder =
        http.newWebSocketBuilder().subprotocols("psp.v1").header("Origin", origin);
    return new PhoneWire(builder, address);
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /// From now on records are opened and sealed.
  void secure(NoiseChannel established) {
    channel = established;
  }

  void sendFrame(byte[] frame) {
    socket.sendBinary(ByteBuffer.wrap(frame), true).join();
  }

  void send(PhoneMessage message) {
    sendControl(ControlCodec.PHONE.encode(message));
  }

  /// Sends any bytes as a control message, rightly sealed.
  void sendControl(byte[] message) {
    NoiseChannel established = established();
    for (byte[] record : ControlRecords.cut(message, ControlRecords.MOST_FROM_PHONE)) {
      sendFrame(new PhoneFrame.Control(established.seal(record)).bytes());
    }
  }

  /// Sends so many records of a message without end.
  void sendUnfinishedControl(int records) {
    byte[] record = new byte[ControlRecords.RECORD_BYTES];
    record[0] = 1;
    for (int i = 0; i < records && mailbox.open(); i++) {
      sendFrame(new PhoneFrame.Control(established().seal(record)).bytes());
    }
  }

  /// Waits for credit, then sends.
  void sendChunk(PhoneFrame.Chunk chunk) {
    try {
      if (!credit.tryAcquire(PhoneFrame.CHUNK_FRAME_BYTES, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no credit");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    sendFrame(chunk.bytes());
  }

  /// Bytes that may still be sent.
  int credit() {
    return credit.availablePermits();
  }

  /// Ends the connection as a lost network does.
  void drop() {
    socket.abort();
    mailbox.close(ABNORMAL);
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    partial.writeBytes(bytes);
    if (last) {
      heard(AgentFrame.parse(partial.toByteArray()));
      partial.reset();
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    mailbox.close(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    mailbox.close(ABNORMAL);
  }

  private void heard(AgentFrame frame) {
    switch (frame) {
      case AgentFrame.Control(byte[] sealed) -> heard(established().open(sealed).orElseThrow());
      case AgentFrame.Answer _, AgentFrame.Preview _, AgentFrame.Malformed _ -> mailbox.add(frame);
    }
  }

  private void heard(byte[] record) {
    switch (records.add(record)) {
      case Joined.Partial _ -> {}
      case Joined.Broken broken -> mailbox.add(broken);
      case Joined.Whole(byte[] message) -> heard(ControlCodec.AGENT.decode(message));
    }
  }

  private void heard(Decoded<AgentMessage> decoded) {
    if (decoded instanceof Decoded.Known<AgentMessage>(AgentMessage message)) {
      if (message instanceof AgentMessage.Credit(long bytes)) {
        credit.release(Math.toIntExact(bytes));
      } else {
        mailbox.add(message);
      }
    } else {
      mailbox.add(decoded);
    }
  }

  private NoiseChannel established() {
    return Optional.ofNullable(channel).orElseThrow();
  }
}
