// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One driver process and its pipe: commands of type C go in, events of type E come out on a virtual
/// thread of its own. Its death, for whatever reason, is told once, after the last event.
final class DriverProcess<C, E> {
  private static final Logger LOG = LoggerFactory.getLogger(DriverProcess.class);

  private final Process process;
  private final PipeWriter<C> commands;
  private final PipeReader<E> events;

  DriverProcess(Process process, Class<C> commands, Class<E> events) {
    this.process = process;
    this.commands = new PipeWriter<>(commands, process.getOutputStream());
    this.events = new PipeReader<>(events, process.getInputStream());
  }

  /// Starts to read. `listener` may block, which is the process's back-pressure.
  void follow(Consumer<E> listener, Runnable ended) {
    Thread.ofVirtual().name("driver-" + process.pid()).start(() -> {
      try {
        while (events.next() instanceof PipeRead.Message<E>(E event)) {
          listener.accept(event);
        }
      } catch (IOException e) {
        LOG.debug("pipe of driver process {} broke: {}", process.pid(), e.getMessage());
      } finally {
        kill();
        ended.run();
      }
    });
  }

  /// False when the process is gone.
  boolean send(C command) {
    try {
      commands.send(command);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// SIGKILL, to its children too; does not wait.
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  boolean goneWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean alive() {
    return process.isAlive();
  }
}
