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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// One session's document worker, started when it is first needed and started anew if it dies: the
/// sealed chunks are still there, and the keys are given again.
///
/// Thread-safe. Answers come on the worker's own thread.
public final class SessionWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWorker.class);
  /// The phone page asks for one at a time.
  private static final int MOST_PLANS = 8;
  /// Sides; more would keep the worker from the customer's own wishes for too long.
  private static final int MOST_AHEAD = 100;
  private static final String UNAVAILABLE = "WORKER_UNAVAILABLE";
  private static final String DIED = DocumentRefusal.DOCUMENT_TOO_COMPLEX.name();

  private final ProcessPool<WorkerCommand, WorkerEvent> pool;
  private final PrintSession session;
  private final DocumentEvents events;
  private final Map<Integer, Sized> known = new HashMap<>();
  /// The files being checked, each with its place in the order of everything asked.
  private final Map<Integer, Integer> checking = new HashMap<>();
  private final Requests requests = new Requests();
  private @Nullable DriverProcess<WorkerCommand, WorkerEvent> process;
  private @Nullable PrintOptions planned;
  private @Nullable DriverProcess<WorkerCommand, WorkerEvent> confessed;
  /// The plan whose sheets were asked for ahead last, and by which request: one is made at a time, and
  /// none twice.
  private @Nullable SheetPlan ahead;
  private int preparing;
  private boolean ended;

  public SessionWorker(
      ProcessPool<WorkerCommand, WorkerEvent> pool, PrintSession session, DocumentEvents events) {
    this.pool = pool;
    this.session = session;
    this.events = events;
  }

  /// Has a completely uploaded file checked; [DocumentEvents] hears the result.
  public synchronized void open(int file, long size, Optional<String> password) {
    Optional<KeyRing.Key> kept =
        password.flatMap(word -> session.keys().add(word.getBytes(StandardCharsets.UTF_8)));
    dropPassword(known.put(file, new Sized(size, kept)));
    checking.put(file, requests.next());
    ahead = null;
    check(file);
  }

  private void check(int file) {
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    if (worker == null || !sendFile(worker, file)) {
      refuseFile(file, UNAVAILABLE);
    }
  }

  public synchronized void forget(int file) {
    dropPassword(known.remove(file));
    checking.remove(file);
    ahead = null;
    if (process != null) {
      process.send(new WorkerCommand.ForgetFile(file));
    }
  }

  public synchronized void plan(PrintOptions options, Consumer<PlanAnswer> answer) {
    if (requests.plans().size() >= MOST_PLANS) {
      answer.accept(new PlanAnswer.Refused("LIMIT_REACHED"));
      return;
    }
    planned = options;
    plan(requests.plan(options, answer), options);
  }

  private void plan(int request, PrintOptions options) {
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    if (worker == null || !worker.send(new WorkerCommand.PlanSheets(request, options))) {
      requests.refused(request, UNAVAILABLE);
    }
  }

  /// Draws one side of the last plan. The key is used for this stream only.
  public synchronized void draw(int side, int widthPx, StreamKey key, SealedSink sink) {
    var _ = stream(request -> new WorkerCommand.DrawSide(request, side, widthPx, key), sink);
  }

  /// Has the sheets of a plan made that will soon be asked for. Nobody waits for it, and what goes wrong
  /// goes wrong again when they are.
  public synchronized void prepareSheets(SheetPlan plan) {
    boolean wanted = plan.printedSides() <= MOST_AHEAD && !plan.equals(ahead);
    if (wanted && !requests.isOpen(preparing)) {
      ahead = plan;
      preparing =
          stream(request -> new WorkerCommand.PrepareSheets(request, plan), SealedSink.NOBODY);
    }
  }

  /// Makes the sheets of exactly this plan.
  public synchronized void makeSheets(SheetPlan plan, StreamKey key, SealedSink sink) {
    var _ = stream(request -> new WorkerCommand.MakeSheets(request, plan, key), sink);
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

  private int stream(IntFunction<WorkerCommand> command, SealedSink sink) {
    DriverProcess<WorkerCommand, WorkerEvent> worker = running();
    int request = requests.stream(sink);
    if (worker == null || !worker.send(command.apply(request))) {
      requests.refused(request, UNAVAILABLE);
    }
    return request;
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
        .filter(file -> !checking.containsKey(file))
        .forEach(file -> sendFile(fresh, file));
    if (planned != null && requests.plans().isEmpty()) {
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
    note(worker, event);
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
      case WorkerEvent.SheetsKept(int request) -> requests.kept(request);
      case WorkerEvent.StreamStarted(int request, long size, int chunks) ->
          requests.started(request, size, chunks);
      case WorkerEvent.StreamChunk(int request, int index, byte[] sealed) ->
          requests.chunk(request, index, sealed);
      case WorkerEvent.RequestRefused(int request, DocumentRefusal why) ->
          requests.refused(request, why.name());
    }
  }

  /// Out of time, a worker tells what was too much, and ends.
  private synchronized void note(
      DriverProcess<WorkerCommand, WorkerEvent> worker, WorkerEvent event) {
    boolean tooComplex =
        switch (event) {
          case WorkerEvent.FileRefused(_, DocumentRefusal why) -> why.name().equals(DIED);
          case WorkerEvent.RequestRefused(_, DocumentRefusal why) -> why.name().equals(DIED);
          default -> false;
        };
    confessed = tooComplex ? worker : null;
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
    return checking.remove(file) != null;
  }

  private synchronized void forgetQuietly(int file) {
    checking.remove(file);
    dropPassword(known.remove(file));
  }

  private static void dropPassword(@Nullable Sized forgotten) {
    if (forgotten != null) {
      forgotten.password.ifPresent(KeyRing.Key::drop);
    }
  }

  /// What was in hand when the worker died is what killed it, unless it has just said so of
  /// something else. The rest is done again; but no stream is begun twice under one key.
  private void died(DriverProcess<WorkerCommand, WorkerEvent> which) {
    OptionalInt culprit;
    List<Integer> files;
    synchronized (this) {
      if (process != which) {
        return;
      }
      process = null;
      ahead = null;
      culprit = which.equals(confessed) ? OptionalInt.empty() : oldest();
      files = checking.keySet().stream().filter(file -> blamed(file, culprit)).toList();
    }
    files.forEach(file -> refuseFile(file, DIED));
    culprit.ifPresent(request -> requests.refused(request, DIED));
    requests.streams().forEach(request -> requests.refused(request, DIED));
    askAgain();
  }

  private boolean blamed(int file, OptionalInt culprit) {
    return culprit.isPresent() && culprit.getAsInt() == checking.getOrDefault(file, 0);
  }

  private OptionalInt oldest() {
    return IntStream.concat(
            checking.values().stream().mapToInt(Integer::intValue), requests.oldest().stream())
        .min();
  }

  private synchronized void askAgain() {
    List.copyOf(checking.keySet()).forEach(this::check);
    requests.plans().forEach(this::plan);
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
