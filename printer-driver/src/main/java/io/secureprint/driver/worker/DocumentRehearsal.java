// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SegmentKey;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.sheet.TestSheet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/// A sheet of our own, from its seal to the paper, before a customer's document comes: everything that
/// one needs is loaded and has run once. Nobody's key or document is there yet.
final class DocumentRehearsal implements AgentLine {
  private static final int FILE = 1;
  private static final int REQUEST = 1;
  private static final int WIDTH_PX = 320;
  private static final Layout GREYS = new Layout(false, 1, Fit.FIT);

  private final byte[] document;
  private final SealedStream seal = new SealedStream(streamKey());
  private final PipeWriter<WorkerEvent> events =
      new PipeWriter<>(WorkerEvent.class, OutputStream.nullOutputStream());
  private @Nullable SheetPlan planned;

  private DocumentRehearsal(byte[] document) {
    this.document = document;
  }

  /// @throws IOException if the sheet's font is not there
  static void play() throws IOException {
    DocumentRehearsal rehearsal = new DocumentRehearsal(sheet());
    Workbench bench = new Workbench(rehearsal, () -> {});
    bench.work(asSent(rehearsal.file()));
    for (Layout layout : List.of(Layout.PLAIN, GREYS)) {
      bench.work(asSent(options(layout)));
      bench.work(new WorkerCommand.DrawSide(REQUEST, 0, WIDTH_PX, streamKey()));
      SheetPlan plan = rehearsal.planned();
      bench.work(new WorkerCommand.PrepareSheets(REQUEST, plan));
      bench.work(asSent(new WorkerCommand.MakeSheets(REQUEST, plan, streamKey())));
    }
    bench.work(new WorkerCommand.ForgetFile(FILE));
  }

  @Override
  public void send(WorkerEvent event) {
    try {
      events.send(event);
    } catch (IOException e) {
      throw new IllegalStateException("what goes nowhere always goes", e);
    }
    switch (event) {
      case WorkerEvent.SheetsPlanned(_, SheetPlan plan) -> planned = plan;
      case WorkerEvent.FileRefused(_, var why) -> throw refused(why);
      case WorkerEvent.RequestRefused(_, var why) -> throw refused(why);
      default -> {}
    }
  }

  private static IllegalStateException refused(DocumentRefusal why) {
    return new IllegalStateException("our own sheet is refused: " + why);
  }

  @Override
  public byte[] fetch(int file, int index) {
    int last = SealedStream.chunks(document.length) - 1;
    byte[] clear =
        Arrays.copyOfRange(
            document, index * SealedStream.CHUNK, (index + 1) * SealedStream.CHUNK);
    return seal.seal(index, index == last, clear, 0, clear.length);
  }

  @Override
  public boolean takenBack(int file) {
    return false;
  }

  private SheetPlan planned() {
    if (planned == null) {
      throw new IllegalStateException("our own sheet is not planned");
    }
    return planned;
  }

  private WorkerCommand file() {
    int chunks = SealedStream.chunks(document.length);
    SegmentKey segment = new SegmentKey(new byte[32], new byte[16], 0, chunks);
    return new WorkerCommand.OpenFile(FILE, document.length, List.of(segment), null);
  }

  private static WorkerCommand options(Layout layout) {
    List<FileSelection> files = List.of(new FileSelection(FILE, List.of()));
    return new WorkerCommand.PlanSheets(
        REQUEST, new PrintOptions(files, 1, Sides.ONE, Paper.A4, layout));
  }

  private static byte[] sheet() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument sheet = TestSheet.draw(Paper.A4, "", "")) {
      sheet.save(bytes);
    }
    return bytes.toByteArray();
  }

  /// As it comes over the pipe.
  private static WorkerCommand asSent(WorkerCommand command) throws IOException {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    new PipeWriter<>(WorkerCommand.class, pipe).send(command);
    InputStream received = new ByteArrayInputStream(pipe.toByteArray());
    if (new PipeReader<>(WorkerCommand.class, received).next()
        instanceof PipeRead.Message<WorkerCommand>(WorkerCommand read)) {
      return read;
    }
    throw new IllegalStateException("our own pipe broke");
  }

  private static StreamKey streamKey() {
    return new StreamKey(new byte[32], new byte[16]);
  }
}
