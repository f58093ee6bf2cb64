// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The worker's end of the pipe. Commands queue up while one is being worked on; chunks go past the
/// queue to whoever asked for them. When the agent is gone, `gone` runs: there is nobody left to work
/// for.
final class AgentPipe implements AgentLine {
  private final PipeReader<WorkerCommand> commands;
  private final PipeWriter<WorkerEvent> events;
  private final Runnable gone;
  private final BlockingQueue<WorkerCommand> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<WorkerCommand> chunks = new LinkedBlockingQueue<>();
  private volatile int fetching;

  AgentPipe(InputStream in, OutputStream out, Runnable gone) {
    this.commands = new PipeReader<>(WorkerCommand.class, in);
    this.events = new PipeWriter<>(WorkerEvent.class, out);
    this.gone = gone;
  }

  /// Starts to listen, on a thread that never waits for work: the agent can always write.
  void listen() {
    Thread.ofPlatform().daemon().name("agent-pipe").start(this::readAll);
  }

  @Override
  public void send(WorkerEvent event) {
    try {
      events.send(event);
    } catch (IOException _) {
      gone.run();
    }
  }

  /// The next command that is not a chunk, if it comes within so long.
  Optional<WorkerCommand> nextWithin(Duration time) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// Waits for the next command that is not a chunk.
  WorkerCommand next() throws InterruptedException {
    return waiting.take();
  }

  @Override
  public byte[] fetch(int file, int index) throws IOException {
    chunks.clear();
    fetching = file;
    try {
      // Either this sees the command in the queue, or the reader sees that the file is fetched.
      if (takenBack(file)) {
        throw new IOException("file " + file + " was taken back");
      }
      send(new WorkerEvent.NeedChunk(file, index));
      while (true) {
        switch (chunks.take()) {
          case WorkerCommand.FileChunk(int of, int at, byte[] sealed)
              when of == file && at == index -> {
            return sealed;
          }
          case WorkerCommand command when takesBack(command, file) ->
              throw new IOException("file " + file + " was taken back");
          default -> {} // an answer to a question that was given up
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      fetching = 0;
    }
  }

  @Override
  public boolean takenBack(int file) {
    return waiting.stream().anyMatch(command -> takesBack(command, file));
  }

  private void readAll() {
    try {
      while (commands.next() instanceof PipeRead.Message<WorkerCommand>(WorkerCommand command)) {
        accept(command);
      }
    } catch (IOException _) {
      // The same as an end: the agent is gone.
    }
    gone.run();
  }

  private void accept(WorkerCommand command) {
    switch (command) {
      case WorkerCommand.FileChunk chunk -> chunks.add(chunk);
      case WorkerCommand.ForgetFile(int file) -> {
        waiting.add(command);
        if (file == fetching) {
          chunks.add(command);
        }
      }
      default -> waiting.add(command);
    }
  }

  private static boolean takesBack(WorkerCommand command, int file) {
    return command instanceof WorkerCommand.ForgetFile(int taken) && taken == file;
  }
}
