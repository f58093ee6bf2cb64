// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.ServiceJob;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.print.PrintService;

/// A process that delivers one document and ends. It gets its order and its key on standard input,
/// then the sealed chunks, and opens them only on their way out.
public final class PrintSender {
  /// What a print service is given it is given whole.
  private static final long MOST_IN_MEMORY = 192L << 20;

  private final PipeReader<SenderCommand> commands;
  private final PipeWriter<SenderEvent> events;

  private PrintSender(PipeReader<SenderCommand> commands, PipeWriter<SenderEvent> events) {
    this.commands = commands;
    this.events = events;
  }

  public static void main(String[] arguments) throws IOException {
    PipeReader<SenderCommand> commands = new PipeReader<>(SenderCommand.class, System.in);
    PipeWriter<SenderEvent> events = new PipeWriter<>(SenderEvent.class, System.out);
    new PrintSender(commands, events).run();
  }

  private void run() throws IOException {
    try (IppClient client = new IppClient()) {
      if (System.in.available() == 0) {
        rehearse(client);
      }
      events.send(new SenderEvent.Ready());
      serve(client);
    }
  }

  /// Whether it was delivered.
  private boolean serve(IppClient client) throws IOException {
    if (commands.next() instanceof PipeRead.Message<SenderCommand>(SenderCommand order)) {
      SenderEvent came = deliver(client, order);
      events.send(came);
      return came instanceof SenderEvent.Delivered;
    }
    return false;
  }

  /// While nobody waits.
  private static void rehearse(IppClient client) {
    try (DeliveryRehearsal rehearsal = new DeliveryRehearsal()) {
      boolean well = true;
      for (int round = 0; well && round < DeliveryRehearsal.ROUNDS; round++) {
        PrintSender played =
            new PrintSender(
                new PipeReader<>(SenderCommand.class, rehearsal.commands()),
                new PipeWriter<>(SenderEvent.class, OutputStream.nullOutputStream()));
        well = played.serve(client) && System.in.available() == 0;
      }
    } catch (IOException _) {
      // A machine without a loopback: the delivery itself will be slower.
    }
  }

  private SenderEvent deliver(IppClient client, SenderCommand order) {
    return switch (order) {
      case SenderCommand.SendDocument(var printer, int job, StreamKey key, long size, int chunks) ->
          answer(client.sendDocument(printer, job, document(key, chunks), size));
      case SenderCommand.WriteFile(Path folder, String name, StreamKey key, long size, int chunks) ->
          write(folder, name, document(key, chunks), size);
      case SenderCommand.PrintOnService(ServiceJob job, StreamKey key, long size, int chunks) ->
          print(job, document(key, chunks), size);
      case SenderCommand.DocumentChunk _ -> new SenderEvent.NotDelivered("ORDER_MISSING", 0);
    };
  }

  private InputStream document(StreamKey key, int chunks) {
    return new UnsealedDocument(commands, key, chunks);
  }

  private static SenderEvent answer(IppAnswer answer) {
    return switch (answer) {
      case IppAnswer.Ok _ -> new SenderEvent.Delivered();
      case IppAnswer.Refused(int status) ->
          new SenderEvent.NotDelivered("PRINTER_REFUSED", status);
      case IppAnswer.Foreign _ -> new SenderEvent.Unknown("PRINTER_SILENT");
      case IppAnswer.Unreachable(boolean sent, _) ->
          sent
              ? new SenderEvent.Unknown("PRINTER_SILENT")
              : new SenderEvent.NotDelivered("PRINTER_UNREACHABLE", 0);
    };
  }

  /// Nothing goes out before every seal has held.
  private static SenderEvent print(ServiceJob job, InputStream document, long size) {
    if (size > MOST_IN_MEMORY) {
      return new SenderEvent.NotDelivered("DOCUMENT_TOO_LARGE", 0);
    }
    Optional<PrintService> service = ServiceFacts.named(job.service());
    if (service.isEmpty()) {
      return new SenderEvent.NotDelivered("SERVICE_UNKNOWN", 0);
    }
    byte[] pdf;
    try {
      pdf = document.readNBytes((int) size);
      if (pdf.length != size || document.read() >= 0) {
        return new SenderEvent.NotDelivered("LINE_BROKEN", 0);
      }
    } catch (IOException _) {
      return new SenderEvent.NotDelivered("LINE_BROKEN", 0);
    }
    return new ServicePrinting(service.get(), job).print(pdf);
  }

  /// Whole or not at all: under another name first.
  private static SenderEvent write(Path folder, String name, InputStream document, long size) {
    Path part = folder.resolve(name + ".part");
    try {
      try (FileChannel out =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        long written = document.transferTo(Channels.newOutputStream(out));
        if (written != size) {
          throw new IOException("document of " + written + " bytes, not " + size);
        }
        out.force(true);
      }
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new SenderEvent.Delivered();
    } catch (IOException _) {
      return removed(part);
    }
  }

  private static SenderEvent removed(Path part) {
    try {
      Files.deleteIfExists(part);
      return new SenderEvent.NotDelivered("FOLDER_UNWRITABLE", 0);
    } catch (IOException _) {
      return new SenderEvent.NotDelivered("FOLDER_UNCLEAN", 0);
    }
  }
}
