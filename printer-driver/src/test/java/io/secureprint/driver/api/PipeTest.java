// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class PipeTest {
  private static final StreamKey KEY = new StreamKey(filled(32, 1), filled(16, 2));

  @ParameterizedTest
  @MethodSource("commands")
  void workerCommandsComeBackAsTheyWent(WorkerCommand command) throws IOException {
    assertComesBack(WorkerCommand.class, command);
  }

  @ParameterizedTest
  @MethodSource("events")
  void workerEventsComeBackAsTheyWent(WorkerEvent event) throws IOException {
    assertComesBack(WorkerEvent.class, event);
  }

  @ParameterizedTest
  @MethodSource({"senderMessages", "serviceMessages"})
  void otherMessagesComeBackAsTheyWent(Object message) throws IOException {
    switch (message) {
      case ServiceCommand command -> assertComesBack(ServiceCommand.class, command);
      case ServiceEvent event -> assertComesBack(ServiceEvent.class, event);
      case SenderCommand command -> assertComesBack(SenderCommand.class, command);
      case SenderEvent event -> assertComesBack(SenderEvent.class, event);
      default -> throw new AssertionError(message);
    }
  }

  @Test
  void everyMessageOfAllDirectionsIsTried() {
    assertThat(
            Stream.of(commands(), events(), senderMessages(), serviceMessages())
                .flatMap(messages -> messages))
        .extracting(Object::getClass)
        .containsAll(
            Stream.of(
                    WorkerCommand.class,
                    WorkerEvent.class,
                    SenderCommand.class,
                    SenderEvent.class,
                    ServiceCommand.class,
                    ServiceEvent.class)
                .<Class<?>>flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toList());
  }

  @Test
  void messagesFollowEachOtherUntilThePipeEnds() throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    PipeWriter<WorkerEvent> writer = new PipeWriter<>(WorkerEvent.class, pipe);
    writer.send(new WorkerEvent.Ready());
    writer.send(new WorkerEvent.NeedChunk(1, 7));
    PipeReader<WorkerEvent> reader = reader(WorkerEvent.class, pipe.toByteArray());
    assertThat(reader.next()).isEqualTo(new PipeRead.Message<>(new WorkerEvent.Ready()));
    assertThat(reader.next()).isEqualTo(new PipeRead.Message<>(new WorkerEvent.NeedChunk(1, 7)));
    assertThat(reader.next()).isEqualTo(new PipeRead.Ended<>());
  }

  @Test
  void anyCutInsideAFrameIsSeen() throws IOException {
    byte[] whole = written(WorkerEvent.class, new WorkerEvent.NeedChunk(1, 7));
    for (int length = 1; length < whole.length; length++) {
      assertBroken(Arrays.copyOf(whole, length), PipeRead.Fault.TRUNCATED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PipeFrames.MAX_FRAME + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void aLengthBeyondTheBoundIsRefusedBeforeItIsAllocated(int length) throws IOException {
    assertBroken(ByteBuffer.allocate(4).putInt(length).array(), PipeRead.Fault.TOO_LONG);
  }

  @Test
  void aMessageBeyondTheBoundIsNotSent() {
    PipeWriter<WorkerCommand> writer =
        new PipeWriter<>(WorkerCommand.class, new ByteArrayOutputStream());
    byte[] tooMuch = new byte[PipeFrames.MAX_FRAME];
    assertThatThrownBy(() -> writer.send(new WorkerCommand.FileChunk(1, 0, tooMuch)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void messagesOfTheOtherDirectionAreUnknown() throws IOException {
    assertBroken(
        written(WorkerCommand.class, new WorkerCommand.ForgetFile(1)), PipeRead.Fault.UNKNOWN_TYPE);
    assertBroken(frame("String", "{}", ""), PipeRead.Fault.UNKNOWN_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"file\":1}",
        "{\"file\":1,\"index\":null}",
        "{\"file\":1,\"index\":\"2\"}",
        "{\"file\":1,\"index\":2.5}",
        "{\"file\":1,\"index\":2,\"more\":3}",
        "{\"file\":1,\"index\":2}{}",
        "{\"file\":1,\"index\":99999999999}"
      })
  void bodiesThatAreNotExactlyTheMessageAreRefused(String json) throws IOException {
    assertBroken(frame("NeedChunk", json, ""), PipeRead.Fault.MALFORMED);
  }

  @Test
  void valuesThatAMessageForbidsAreRefused() throws IOException {
    assertBroken(frame("FileRefused", "{\"file\":1,\"refusal\":null}", ""), PipeRead.Fault.MALFORMED);
    assertBroken(frame("FileRefused", "{\"file\":1,\"refusal\":2}", ""), PipeRead.Fault.MALFORMED);
    assertBroken(frame("FileRefused", "{\"file\":1,\"refusal\":\"X\"}", ""), PipeRead.Fault.MALFORMED);
    assertBroken(
        frame("FileOpened", "{\"file\":1,\"facts\":{\"kind\":\"PDF\",\"pages\":[[0,5,true]]}}", ""),
        PipeRead.Fault.MALFORMED);
    assertBroken(
        frame("FileOpened", "{\"file\":1,\"facts\":{\"kind\":\"PDF\",\"pages\":[null]}}", ""),
        PipeRead.Fault.MALFORMED);
  }

  @Test
  void segmentsThatAreNotTheWholeFileAreRefused() {
    assertThatThrownBy(() -> new WorkerCommand.OpenFile(1, 5 * 65_536L, segments(2), null))
        .hasMessageContaining("4 chunks");
    assertThatThrownBy(
            () -> new WorkerCommand.OpenFile(1, 2 * 65_536L, segments(2).subList(1, 2), null))
        .hasMessageContaining("chunk 0");
    assertThatThrownBy(() -> new WorkerCommand.OpenFile(1, 1L << 31, List.of(), null))
        .hasMessageContaining("size");
  }

  @Test
  void bytesComeInTheTailAndNowhereElse() throws IOException {
    String head = "{\"request\":1,\"index\":0";
    assertBroken(frame("StreamChunk", head + "}", ""), PipeRead.Fault.MALFORMED);
    assertBroken(frame("StreamChunk", head + ",\"sealed\":\"AA==\"}", ""), PipeRead.Fault.MALFORMED);
    assertBroken(frame("NeedChunk", "{\"file\":1,\"index\":0}", "x"), PipeRead.Fault.MALFORMED);
  }

  @Test
  void garbageNeverThrowsAndNeverPasses() throws IOException {
    Random random = new Random(20_261_121);
    byte[] good = written(WorkerEvent.class, new WorkerEvent.FileOpened(1, facts(3)));
    for (int round = 0; round < 5_000; round++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt(256);
      }
      PipeRead<WorkerEvent> read = reader(WorkerEvent.class, bad).next();
      if (read instanceof PipeRead.Message<WorkerEvent>(WorkerEvent event)) {
        assertThat(event).isInstanceOf(WorkerEvent.FileOpened.class);
      } else {
        assertThat(read).isInstanceOf(PipeRead.Broken.class);
      }
    }
  }

  private static Stream<WorkerCommand> commands() {
    SegmentKey segment = new SegmentKey(filled(32, 3), filled(16, 4), 0, 2);
    PrintOptions options =
        new PrintOptions(
            List.of(
                new FileSelection(1, List.of(new PageRange(1, 3), new PageRange(7, 7))),
                new FileSelection(2, List.of())),
            99,
            Sides.TWO_LONG_EDGE,
            Paper.LEGAL,
            new Layout(false, 4, Fit.FILL));
    return Stream.of(
        new WorkerCommand.OpenFile(1, 70_000, List.of(segment), "geheim ü"),
        new WorkerCommand.OpenFile(65_535, 512 * 65_536L, segments(256), null),
        new WorkerCommand.ForgetFile(1),
        new WorkerCommand.FileChunk(1, 3, filled(65_552, 5)),
        new WorkerCommand.PlanSheets(4, options),
        new WorkerCommand.DrawSide(5, 2, 800, KEY),
        new WorkerCommand.PrepareSheets(6, plan()),
        new WorkerCommand.MakeSheets(6, plan(), KEY),
        new WorkerCommand.MakeTestSheet(7, Paper.A4, "दुकान का प्रिंटर", "21 Nov 2026", KEY));
  }

  private static Stream<WorkerEvent> events() {
    return Stream.of(
        new WorkerEvent.Ready(),
        new WorkerEvent.NeedChunk(1, 2),
        new WorkerEvent.FileOpened(1, facts(DocumentFacts.MAX_PAGES)),
        new WorkerEvent.FileRefused(1, DocumentRefusal.PDF_ENCRYPTED),
        new WorkerEvent.FileDamaged(1, 9),
        new WorkerEvent.SheetsPlanned(2, plan()),
        new WorkerEvent.SheetsKept(2),
        new WorkerEvent.StreamStarted(3, 100_000, 2),
        new WorkerEvent.StreamChunk(3, 1, filled(65_552, 6)),
        new WorkerEvent.RequestRefused(4, DocumentRefusal.PAGES_OUT_OF_RANGE));
  }

  private static SheetPlan plan() {
    SheetSide side = new SheetSide(List.of(new PlacedPage(65_535, 1_000)), false, true, 270);
    Layout layout = new Layout(false, 2, Fit.ACTUAL);
    return new SheetPlan(
        Paper.LETTER, Sides.ONE, 5, layout, Collections.nCopies(SheetPlan.MAX_SIDES_OF_COPY, side));
  }

  private static Stream<Object> senderMessages() {
    URI printer = URI.create("ipp://127.0.0.1:8631/ipp/print");
    return Stream.of(
        new SenderCommand.SendDocument(printer, 17, KEY, 100_000, 2),
        new SenderCommand.WriteFile(Path.of("/tmp/a folder"), "sheets.pdf", KEY, 1, 1),
        new SenderCommand.PrintOnService(
            new ServiceJob("Laser im Flur", "sps-00", Paper.A4, Sides.TWO_SHORT_EDGE), KEY, 1, 1),
        new SenderCommand.DocumentChunk(0, filled(17, 7)),
        new SenderEvent.Ready(),
        new SenderEvent.Delivered(),
        new SenderEvent.NotDelivered("PRINTER_REFUSED", 0x0400),
        new SenderEvent.Unknown("LINE_BROKEN"));
  }

  private static Stream<Object> serviceMessages() {
    Set<Paper> all = Set.of(Paper.values());
    Capabilities most = new Capabilities("HP 1020", true, true, all, all, true);
    Capabilities least = new Capabilities("", false, false, Set.of(), Set.of(), false);
    return Stream.of(
        new ServiceCommand.Look("Laser im Flur"),
        new ServiceCommand.ListAll(),
        new ServiceEvent.Ready(),
        new ServiceEvent.Seen(true, 3),
        new ServiceEvent.NotSeen(),
        new ServiceEvent.Services(
            List.of(
                new ServiceEvent.Service("Laser im Flur", most),
                new ServiceEvent.Service("लेज़र", least))));
  }

  private static List<SegmentKey> segments(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SegmentKey(filled(32, i), filled(16, i), 2 * i, 2))
        .toList();
  }

  private static DocumentFacts facts(int pages) {
    return new DocumentFacts(
        DocumentKind.PDF,
        Collections.nCopies(pages, new PageFacts(595.27600097656250, 841.89001464843750, true)));
  }

  private static <T> void assertComesBack(Class<T> direction, T message) throws IOException {
    PipeReader<T> reader = reader(direction, written(direction, message));
    PipeRead<T> read = reader.next();
    assertThat(read).isInstanceOf(PipeRead.Message.class);
    assertThat(((PipeRead.Message<T>) read).value())
        .usingRecursiveComparison()
        .isEqualTo(message);
    assertThat(reader.next()).isInstanceOf(PipeRead.Ended.class);
  }

  private static void assertBroken(byte[] bytes, PipeRead.Fault fault) throws IOException {
    assertThat(reader(WorkerEvent.class, bytes).next()).isEqualTo(new PipeRead.Broken<>(fault));
  }

  private static <T> PipeReader<T> reader(Class<T> direction, byte[] bytes) {
    return new PipeReader<>(direction, new ByteArrayInputStream(bytes));
  }

  private static <T> byte[] written(Class<T> direction, T message) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new PipeWriter<>(direction, pipe).send(message);
    return pipe.toByteArray();
  }

  private static byte[] frame(String type, String json, String tail) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    int length = 5 + type.length() + body.length + tail.length();
    return ByteBuffer.allocate(4 + length)
        .putInt(length)
        .put((byte) type.length())
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(body.length)
        .put(body)
        .put(tail.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
