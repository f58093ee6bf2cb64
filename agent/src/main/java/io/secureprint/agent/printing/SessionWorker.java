// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.session.KeyRing;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SegmentKey;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// One session's document worker, started when it is first needed and started anew if it dies: the
/// sealed chunks are still there, and the keys are given again.
///
/// Thread-safe. Answers come on the worker's own thread.
public final class SessionWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWorker.class);
  private static final String DIED = DocumentRefusal.DOCUMENT_TOO_COMPLEX.name();

  private final WorkerPool pool;
  private final PrintSession session;
  private final DocumentEvents events;
  private final Map<Integer, Sized> known = new HashMap<>();
  private final Set<Integer> checking = new HashSet<>();
  private final Requests requests = new Requests();
  private @Nullable DriverProcess<WorkerCommand, WorkerEvent> process;
  private @Nullable PrintOptions planned;
  private boolean ended;

  public SessionWorker(WorkerPool pool, PrintSession session, DocumentEvents events) {
    this.pool = pool;
    this.session = session;
    this.events = events;
  }

  /// Has a completely uploaded file checked; [DocumentEvents] hears the result.
  public synchronized void open(int file, long size, Optional<String> password) {
    Optional<KeyRing.Key> kept =
        password.flatMap(word -> session.keys().add(word.getBytes(StandardCharsets.UTF_8)));
    known.put(file, new Sized(size, kept));
    checking.add(file);
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    if (worker == null || !sendFile(worker, file)) {
      checking.remove(file);
      events.fileRefused(file, "WORKER_UNAVAILABLE");
    }
  }

  public synchronized void forget(int file) {
    known.remove(file);
    checking.remove(file);
    if (process != null) {
      process.send(new WorkerCommand.ForgetFile(file));
    }
  }

  public synchronized void plan(PrintOptions options, Consumer<PlanAnswer> answer) {
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    int request = requests.plan(answer);
    planned = options;
    if (worker == null || !worker.send(new WorkerCommand.PlanSheets(request, options))) {
      requests.refused(request, "WORKER_UNAVAILABLE");
    }
  }

  /// Draws one side of the last plan. The key is used for this stream only.
  public synchronized void draw(int side, int widthPx, StreamKey key, SealedSink sink) {
    stream(request -> new WorkerCommand.DrawSide(request, side, widthPx, key), sink);
  }

  /// Makes the sheets of exactly this plan.
  public synchronized void makeSheets(SheetPlan plan, StreamKey key, SealedSink sink) {
    stream(request -> new WorkerCommand.MakeSheets(request, plan, key), sink);
  }

  /// SIGKILL, and no new one will start.
  public synchronized void kill() {
    ended = true;
    if (process != null) {
      process.kill();
    }
  }

  public boolean goneWithin(Duration time) {
    DriverProcess<WorkerCommand, WorkerEvent> last;
    synchronized (this) {
      last = process;
    }
    return last == null || last.goneWithin(time);
  }

  private void stream(IntFunction<WorkerCommand> command, SealedSink sink) {
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    int request = requests.stream(sink);
    if (worker == null || !worker.send(command.apply(request))) {
      requests.refused(request, "WORKER_UNAVAILABLE");
    }
  }

  private @Nullable DriverProcess<WorkerCommand, WorkerEvent> running() {
    if (ended) {
      return null;
    }
    if (process != null && process.alive()) {
      return process;
    }
    try {
      DriverProcess<WorkerCommand, WorkerEvent> fresh = pool.take();
      process = fresh;
      fresh.follow(event -> heard(fresh, event), () -> died(fresh));
      restore(fresh);
      return fresh;
    } catch (IOException e) {
      LOG.error("no document worker for session {}", session.id(), e);
      return null;
    }
  }

  private void restore(DriverProcess<WorkerCommand, WorkerEvent> fresh) {
    known.keySet().stream()
        .filter(file -> !checking.contains(file))
        .forEach(file -> sendFile(fresh, file));
    if (planned != null) {
      fresh.send(new WorkerCommand.PlanSheets(requests.next(), planned));
    }
  }

  private boolean sendFile(DriverProcess<WorkerCommand, WorkerEvent> worker, int file) {
    Optional<List<SegmentKey>> keys = session.fileKeys(file);
    Sized sized = known.get(file);
    if (keys.isEmpty() || sized == null) {
      return false;
    }
    boolean sent =
        worker.send(
            new WorkerCommand.OpenFile(file, sized.size, keys.get(), sized.passwordText()));
    keys.get().forEach(segment -> Arrays.fill(segment.key(), (byte) 0));
    return sent;
  }

  private void heard(DriverProcess<WorkerCommand, WorkerEvent> worker, WorkerEvent event) {
    switch (event) {
      case WorkerEvent.Ready() -> {}
      case WorkerEvent.NeedChunk(int file, int index) -> giveChunk(worker, file, index);
      case WorkerEvent.FileOpened(int file, var facts) -> {
        if (checked(file)) {
          events.fileOpened(file, facts);
        }
      }
      case WorkerEvent.FileRefused(int file, DocumentRefusal why) -> refuseFile(file, why.name());
      case WorkerEvent.FileDamaged(int file, int chunk) -> {
        forgetQuietly(file);
        events.fileDamaged(file, chunk);
      }
      case WorkerEvent.SheetsPlanned(int request, var plan) ->
          requests.planned(request, new PlanAnswer.Planned(plan));
      case WorkerEvent.StreamStarted(int request, long size, int chunks) ->
          requests.started(request, size, chunks);
      case WorkerEvent.StreamChunk(int request, int index, byte[] sealed) ->
          requests.chunk(request, index, sealed);
      case WorkerEvent.RequestRefused(int request, DocumentRefusal why) ->
          requests.refused(request, why.name());
    }
  }

  private void giveChunk(
      DriverProcess<WorkerCommand, WorkerEvent> worker, int file, int index) {
    try {
      worker.send(new WorkerCommand.FileChunk(file, index, session.store().read(file, index)));
    } catch (IOException e) {
      LOG.error("a chunk of session {} cannot be read", session.id(), e);
      refuseFile(file, "STORAGE_FAILED");
    }
  }

  private void refuseFile(int file, String code) {
    forgetQuietly(file);
    events.fileRefused(file, code);
  }

  private synchronized boolean checked(int file) {
    return checking.remove(file);
  }

  private synchronized void forgetQuietly(int file) {
    checking.remove(file);
    known.remove(file);
  }

  /// What was being done when the worker died is what killed it.
  private void died(DriverProcess<WorkerCommand, WorkerEvent> which) {
    List<Integer> files;
    synchronized (this) {
      if (process != which) {
        return;
      }
      files = List.copyOf(checking);
    }
    files.forEach(file -> refuseFile(file, DIED));
    requests.open().forEach(request -> requests.refused(request, DIED));
  }

  private record Sized(long size, Optional<KeyRing.Key> password) {
    @Nullable String passwordText() {
      return password
          .flatMap(KeyRing.Key::copy)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .orElse(null);
    }
  }
}
