// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.testdocument.SealedUpload;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The agent's end of a real worker process.
final class WorkerClient implements AutoCloseable {
  private final Process process;
  private final PipeWriter<WorkerCommand> commands;
  private final PipeReader<WorkerEvent> events;
  private final Map<Integer, SealedUpload> uploads = new HashMap<>();
  private int requests;
  private @Nullable SheetPlan planned;

  /// Waits until the worker is ready.
  WorkerClient(Process process) throws IOException {
    this.process = process;
    this.commands = new PipeWriter<>(WorkerCommand.class, process.getOutputStream());
    this.events = new PipeReader<>(WorkerEvent.class, process.getInputStream());
    if (!heard().equals(Optional.of(new WorkerEvent.Ready()))) {
      throw new IOException("the worker did not get ready");
    }
  }

  Process process() {
    return process;
  }

  void send(WorkerCommand command) throws IOException {
    commands.send(command);
  }

  WorkerEvent open(int file, byte[] document) throws IOException {
    return open(file, new SealedUpload(document), null);
  }

  /// What the worker says of the file, after it has had the chunks it wanted.
  WorkerEvent open(int file, SealedUpload upload, @Nullable String password) throws IOException {
    begin(file, upload, password);
    return answer().orElseThrow(() -> new IOException("the worker ended"));
  }

  void begin(int file, SealedUpload upload, @Nullable String password) throws IOException {
    uploads.put(file, upload);
    send(new WorkerCommand.OpenFile(file, upload.size(), upload.segments(), password));
  }

  DocumentFacts facts(int file, byte[] document) throws IOException {
    return switch (open(file, document)) {
      case WorkerEvent.FileOpened(int of, DocumentFacts facts) when of == file -> facts;
      case WorkerEvent other -> throw new IOException("not opened: " + other);
    };
  }

  SheetPlan plan(PrintOptions options) throws IOException {
    return switch (request(new WorkerCommand.PlanSheets(++requests, options))) {
      case WorkerEvent.SheetsPlanned(int _, SheetPlan plan) -> {
        planned = plan;
        yield plan;
      }
      case WorkerEvent other -> throw new IOException("not planned: " + other);
    };
  }

  byte[] draw(int side, int widthPx) throws IOException {
    StreamKey key = key(++requests);
    return stream(request(new WorkerCommand.DrawSide(requests, side, widthPx, key)), key);
  }

  /// The sheets of the plan that was made last.
  byte[] sheets() throws IOException {
    return sheets(Objects.requireNonNull(planned, "no plan"));
  }

  byte[] sheets(SheetPlan plan) throws IOException {
    StreamKey key = key(++requests);
    return stream(request(new WorkerCommand.MakeSheets(requests, plan, key)), key);
  }

  WorkerEvent request(WorkerCommand command) throws IOException {
    send(command);
    return answer().orElseThrow(() -> new IOException("the worker ended"));
  }

  /// The next event that is no question for a chunk, or nothing when the worker has ended.
  Optional<WorkerEvent> answer() throws IOException {
    while (true) {
      Optional<WorkerEvent> event = heard();
      if (event.isEmpty() || !(event.get() instanceof WorkerEvent.NeedChunk(int file, int index))) {
        return event;
      }
      send(new WorkerCommand.FileChunk(file, index, upload(file).chunk(index)));
    }
  }

  /// The next event that is no question; chunks of one file are not given.
  WorkerEvent answerPassingQuestionsOf(int withheld) throws IOException {
    while (true) {
      WorkerEvent event = heard().orElseThrow();
      if (!(event instanceof WorkerEvent.NeedChunk(int file, int index))) {
        return event;
      }
      if (file != withheld) {
        send(new WorkerCommand.FileChunk(file, index, upload(file).chunk(index)));
      }
    }
  }

  static StreamKey key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return new StreamKey(key, new byte[16]);
  }

  private SealedUpload upload(int file) {
    return Objects.requireNonNull(uploads.get(file), "no such upload");
  }

  private byte[] stream(WorkerEvent first, StreamKey key) throws IOException {
    if (!(first instanceof WorkerEvent.StreamStarted(int _, long size, int chunks))) {
      throw new IOException("no stream: " + first);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    SealedStream stream = new SealedStream(key);
    byte[] clear = new byte[SealedStream.CHUNK];
    for (int index = 0; index < chunks; index++) {
      if (!(answer().orElseThrow() instanceof WorkerEvent.StreamChunk(int _, int at, byte[] sealed))
          || at != index) {
        throw new IOException("no chunk " + index);
      }
      all.write(clear, 0, stream.open(index, index == chunks - 1, sealed, clear).orElseThrow());
    }
    if (all.size() != size) {
      throw new IOException("stream of " + all.size() + " bytes, not " + size);
    }
    return all.toByteArray();
  }

  private Optional<WorkerEvent> heard() throws IOException {
    return switch (events.next()) {
      case PipeRead.Message<WorkerEvent>(WorkerEvent event) -> Optional.of(event);
      case PipeRead.Ended<WorkerEvent> _ -> Optional.empty();
      case PipeRead.Broken<WorkerEvent>(var fault) -> throw new IOException("pipe: " + fault);
    };
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
