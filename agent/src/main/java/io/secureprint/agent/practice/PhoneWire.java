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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One connection of a phone: what it sends is sealed here, what it hears is opened and put into a
/// mailbox. One thread sends; the client's own thread receives.
final class PhoneWire implements WebSocket.Listener {
  private static final int ABNORMAL = 1_006;
  /// No message of an agent is longer (`docs/protocol.md` section 6).
  private static final int LONGEST = 65_600;

  private final Duration patience;
  private final Mailbox mailbox;
  private final Semaphore credit = new Semaphore(0);
  private final ControlRecords records = new ControlRecords(ControlRecords.MOST_FROM_AGENT);
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private final WebSocket socket;
  private volatile @Nullable NoiseChannel channel;

  private PhoneWire(WebSocket.Builder builder, URI address, Duration patience) {
    this.patience = patience;
    mailbox = new Mailbox(patience);
    socket = joined("socket", builder.buildAsync(address, this));
  }

  /// Opens the socket at `address` from the page `origin`. `patience` is how long the agent may take
  /// to answer anything.
  static PhoneWire open(HttpClient http, URI address, String origin, Duration patience) {
    WebSocket.Builder builder =
        http.newWebSocketBuilder()
            .subprotocols("psp.v1")
            .connectTimeout(patience)
            .header("Origin", origin);
    return new PhoneWire(builder, address, patience);
  }

  private static <T> T joined(String what, CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new OffScript("no " + what + ": " + e.getCause(), e);
    }
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /// From now on records are opened and sealed.
  void secure(NoiseChannel established) {
    channel = established;
  }

  void sendFrame(byte[] frame) {
    joined("way out", socket.sendBinary(ByteBuffer.wrap(frame), true));
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
      if (!credit.tryAcquire(
          PhoneFrame.CHUNK_FRAME_BYTES, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OffScript("no credit");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OffScript("interrupted before credit", e);
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
    if (partial.size() + data.remaining() > LONGEST) {
      throw new OffScript("a message of more than " + LONGEST + " bytes");
    }
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

  /// What it could not make sense of stands among what it heard.
  @Override
  public void onError(WebSocket from, Throwable error) {
    mailbox.add(error);
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
