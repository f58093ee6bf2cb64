// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testprinter;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.worker.WorkerLaunch;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// A real print sender's process, with a document for it. For one delivery.
public final class SenderClient implements AutoCloseable {
  public static final StreamKey KEY = new StreamKey(filled(32), filled(16));

  private final Process process;
  private final PipeWriter<SenderCommand> commands;
  private final PipeReader<SenderEvent> events;

  public SenderClient(Process process) throws IOException {
    this.process = process;
    this.commands = new PipeWriter<>(SenderCommand.class, process.getOutputStream());
    this.events = new PipeReader<>(SenderEvent.class, process.getInputStream());
    if (!(heard() instanceof SenderEvent.Ready)) {
      throw new IOException("the sender is not ready");
    }
  }

  /// Has a sender of its own deliver a job's document to its printer, which is told.
  public static SenderEvent deliver(
      WorkerLaunch launch, PrinterDriver printer, JobRef job, byte[] pdf)
      throws IOException, InterruptedException {
    byte[][] chunks = sealed(pdf);
    return deliver(launch, printer, job, new Document(pdf.length, chunks.length, chunks));
  }

  /// Does so with these sealed chunks, which need not be all of it.
  public static SenderEvent deliver(
      WorkerLaunch launch, PrinterDriver printer, JobRef job, Document document)
      throws IOException, InterruptedException {
    try (SenderClient sender = new SenderClient(launch.printSender(printer.room()))) {
      SenderEvent said =
          sender.deliver(
              printer.target(job, KEY, document.size, document.count), document.chunks);
      if (!sender.process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IOException("the sender does not end");
      }
      printer.sent(job, said);
      return said;
    }
  }

  /// `size` bytes in clear in `count` chunks, and those chunks of them that are there.
  @SuppressWarnings("ArrayRecordComponent")
  public record Document(int size, int count, byte[]... chunks) {}

  /// Orders the delivery and hands over `chunks` of the sealed document, in order.
  public SenderEvent deliver(SenderCommand order, byte[]... chunks) throws IOException {
    commands.send(order);
    for (int i = 0; i < chunks.length; i++) {
      commands.send(new SenderCommand.DocumentChunk(i, chunks[i]));
    }
    if (chunks.length < total(order)) {
      process.getOutputStream().close();
    }
    return heard();
  }

  public static byte[][] sealed(byte[] document) {
    SealedStream stream = new SealedStream(KEY);
    int count = SealedStream.chunks(document.length);
    byte[][] chunks = new byte[count][];
    for (int i = 0; i < count; i++) {
      int from = i * SealedStream.CHUNK;
      int length = Math.min(SealedStream.CHUNK, document.length - from);
      chunks[i] = stream.seal(i, i == count - 1, document, from, length);
    }
    return chunks;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private SenderEvent heard() throws IOException {
    return switch (events.next()) {
      case PipeRead.Message<SenderEvent>(SenderEvent event) -> event;
      case PipeRead<SenderEvent> other -> throw new IOException("heard " + other);
    };
  }

  private static int total(SenderCommand order) {
    return switch (order) {
      case SenderCommand.SendDocument send -> send.chunks();
      case SenderCommand.WriteFile write -> write.chunks();
      case SenderCommand.PrintOnService print -> print.chunks();
      case SenderCommand.DocumentChunk _ -> 0;
    };
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }
}
