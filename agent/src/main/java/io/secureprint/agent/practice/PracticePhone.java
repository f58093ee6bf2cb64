// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.intake.AgentFrame;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.JoinCode;
import io.secureprint.agent.intake.Language;
import io.secureprint.agent.intake.NoiseInitiator;
import io.secureprint.agent.intake.PhoneFrame;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.intake.Prologue;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// A scripted customer's phone: the whole of PSP/1 from the QR's address on. Waiting methods wait so
/// long and then throw [OffScript]. For one thread.
public final class PracticePhone implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] HELLO = "{\"v\":1}".getBytes(US_ASCII);

  private final URI page;
  private final JoinCode code;
  private final HttpClient http;
  private final int wsPort;
  private final Ids ids;
  private final Duration patience;
  private final Map<Integer, Upload> uploads = new HashMap<>();
  private byte[] resumePsk = new byte[0];
  private byte[] previewKey = new byte[0];
  private @Nullable PhoneWire wire;
  private String sas = "";
  private StepScript script = StepScript.NONE;

  private PracticePhone(URI page, HttpClient http, int wsPort, Ids ids, Duration patience) {
    this.page = page;
    this.code = JoinCode.parse(page.getFragment()).orElseThrow();
    this.http = http;
    this.wsPort = wsPort;
    this.ids = ids;
    this.patience = patience;
  }

  /// The same with a patience of 20 s.
  public static PracticePhone scan(String address, InetAddress from, Ids ids) {
    return scan(address, from, ids, PATIENCE);
  }

  /// Opens the QR's `address` as a phone with the network address `from` and asks the page for the
  /// port of the socket.
  static PracticePhone scan(String address, InetAddress from, Ids ids, Duration patience) {
    URI page = URI.create(address);
    HttpClient http = HttpClient.newBuilder().localAddress(from).build();
    String config =
        get(http, page.resolve("/config.json"), patience)
            .orElseThrow(() -> new OffScript("no config from " + page.getAuthority()));
    int wsPort = JsonMapper.shared().readTree(config).path("ws").asInt(0);
    return new PracticePhone(page, http, wsPort, ids, patience);
  }

  /// What the page's server has there; empty where it has nothing.
  private static Optional<String> get(HttpClient http, URI from, Duration patience) {
    try {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(patience).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      throw new OffScript("nothing from " + from, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OffScript("interrupted", e);
    }
  }

  /// A second tab on the same phone: it can resume the session that this one claimed.
  public PracticePhone twin() {
    PracticePhone twin = new PracticePhone(page, http, wsPort, ids, patience);
    twin.resumePsk = resumePsk.clone();
    return twin;
  }

  /// Fresh handshake and CLAIM.
  public AgentMessage.Session claim() {
    connect(false);
    return introduce();
  }

  /// The same, where it is not known whether there is room inside.
  public void knock() {
    connect(false);
    sendClaim();
  }

  /// A new socket for the same session. Unfinished files go on with [#resend].
  public AgentMessage.Session resume() {
    connect(true);
    return introduce();
  }

  /// The handshake alone. True when the agent answered it.
  public boolean connect(boolean resume) {
    URI socket = URI.create("ws://" + page.getHost() + ":" + wsPort + "/psp");
    PhoneWire opened = PhoneWire.open(http, socket, "http://" + page.getAuthority(), patience);
    wire = opened;
    PhoneFrame.Hello unsealed = new PhoneFrame.Hello(code.sid(), resume, new byte[0]);
    byte[] prologue = Prologue.of(unsealed.flags(), page.getAuthority(), code.sid());
    NoiseInitiator noise =
        new NoiseInitiator(
            code.publicKey(), resume ? resumePsk : code.psk(), prologue, ids.bytes(32));
    opened.sendFrame(new PhoneFrame.Hello(code.sid(), resume, noise.hello(HELLO)).bytes());
    return answered(opened, noise, resume);
  }

  private boolean answered(PhoneWire opened, NoiseInitiator noise, boolean resume) {
    AgentFrame.Answer answer;
    try {
      answer = opened.mailbox().take("answer", item -> cast(AgentFrame.Answer.class, item));
    } catch (OffScript e) {
      if (opened.mailbox().open()) {
        throw e;
      }
      return false;
    }
    NoiseInitiator.Answered answered = noise.answered(answer.noise()).orElseThrow();
    opened.secure(answered.channel());
    if (!resume) {
      resumePsk = answered.payload();
      sas = answered.channel().sas();
    }
    return true;
  }

  /// CLAIM, with a fresh preview key.
  public AgentMessage.Session introduce() {
    sendClaim();
    return await(AgentMessage.Session.class);
  }

  private void sendClaim() {
    previewKey = ids.bytes(32);
    send(new PhoneMessage.Claim(Language.ENGLISH, previewKey.clone()));
  }

  /// The four digits on the phone's screen.
  public String sas() {
    return sas;
  }

  /// The receipt that the shop keeps for a phone that was away, once it does.
  Optional<String> receipt() {
    return get(http, page.resolve("/receipt/" + receiptName()), patience);
  }

  /// Where the shop keeps this session's receipt for a phone that was away.
  public String receiptName() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update("PSP/1 receipt".getBytes(US_ASCII));
      return HexFormat.of().formatHex(sha.digest(resumePsk), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public void send(PhoneMessage message) {
    wire().send(message);
  }

  /// Sends any bytes as a control message, rightly sealed.
  public void sendControl(byte[] message) {
    wire().sendControl(message);
  }

  /// Sends so many records of a message without end.
  public void sendUnfinishedControl(int records) {
    wire().sendUnfinishedControl(records);
  }

  /// Sends any bytes as a WebSocket message.
  public void sendFrame(byte[] frame) {
    wire().sendFrame(frame);
  }

  /// From now on the owner's steps in this script are answered while something else is awaited.
  public void answers(StepScript steps) {
    script = steps;
  }

  /// The first message of this type that was not awaited yet.
  public <T extends AgentMessage> T await(Class<T> type) {
    return await(type, _ -> true);
  }

  public <T extends AgentMessage> T await(Class<T> type, Predicate<T> wanted) {
    while (true) {
      AgentMessage next =
          wire()
              .mailbox()
              .take(type.getSimpleName(), item -> cast(AgentMessage.class, item).filter(
                  message -> cast(type, message).filter(wanted).isPresent() || scripted(message)));
      Optional<T> found = cast(type, next).filter(wanted);
      if (found.isPresent()) {
        return found.get();
      }
      answer(next);
    }
  }

  private boolean scripted(AgentMessage message) {
    if (message instanceof AgentMessage.StepRefused refused) {
      script.heard(refused);
    }
    return message instanceof AgentMessage.Step step && script.answer(step, ids).isPresent();
  }

  private void answer(AgentMessage message) {
    if (message instanceof AgentMessage.Step step) {
      script.answer(step, ids).ifPresent(this::send);
    }
  }

  /// Sends a whole document and returns its file id.
  public int upload(String name, byte[] document) {
    int fid = open(name, document);
    sendChunks(fid, Integer.MAX_VALUE);
    done(fid);
    return fid;
  }

  /// Begins a document and returns its file id.
  public int open(String name, byte[] document) {
    int fid = uploads.size() + 1;
    Upload upload = new Upload(fid, name, document, ids);
    uploads.put(fid, upload);
    send(upload.open(0, ids));
    return fid;
  }

  /// Sends up to `most` further chunks as credit allows.
  public void sendChunks(int fid, int most) {
    Upload upload = upload(fid);
    for (int i = 0; i < most && !upload.complete(); i++) {
      wire().sendChunk(upload.nextChunk());
    }
  }

  public void done(int fid) {
    send(upload(fid).done());
  }

  /// Sends the rest of a document from the chunk `next` on, as a new segment.
  public void resend(int fid, int next) {
    send(upload(fid).open(next, ids));
    sendChunks(fid, Integer.MAX_VALUE);
    done(fid);
  }

  /// Bytes of chunk frames that may still be sent.
  public int credit() {
    return wire().credit();
  }

  /// The picture of one side of the last quote, as the JPEG it is.
  public byte[] preview(int side, int width) {
    send(new PhoneMessage.Preview(side, width));
    AgentMessage.PreviewInfo info =
        await(AgentMessage.PreviewInfo.class, candidate -> candidate.side() == side);
    SealedStream stream = new SealedStream(new StreamKey(previewKey, info.nonce()));
    ByteArrayOutputStream picture = new ByteArrayOutputStream(info.size());
    byte[] clear = new byte[SealedStream.CHUNK];
    for (int i = 0; i < info.chunks(); i++) {
      AgentFrame.Preview chunk = previewChunk(info.id(), i);
      OptionalInt length = stream.open(i, i == info.chunks() - 1, chunk.sealed(), clear);
      picture.write(clear, 0, length.orElseThrow());
    }
    return picture.toByteArray();
  }

  private AgentFrame.Preview previewChunk(int id, int idx) {
    return wire()
        .mailbox()
        .take(
            "preview " + id + " chunk " + idx,
            item ->
                cast(AgentFrame.Preview.class, item)
                    .filter(chunk -> chunk.id() == id && chunk.idx() == idx));
  }

  /// Loses the network.
  public void drop() {
    wire().drop();
  }

  /// Waits until the agent has closed the socket, and with which code.
  public int closeCode() {
    return wire().mailbox().closeCode();
  }

  /// Whether the socket is still there.
  public boolean connected() {
    return wire().mailbox().open();
  }

  @Override
  public void close() {
    if (wire != null) {
      wire.drop();
    }
    http.shutdownNow();
  }

  private PhoneWire wire() {
    return Objects.requireNonNull(wire, "not connected");
  }

  private Upload upload(int fid) {
    return Objects.requireNonNull(uploads.get(fid), "no such file");
  }

  private static <T> Optional<T> cast(Class<T> type, Object item) {
    return type.isInstance(item) ? Optional.of(type.cast(item)) : Optional.empty();
  }
}
