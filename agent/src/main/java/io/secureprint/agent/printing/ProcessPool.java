// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/// Keeps one driver process warm, so that nobody waits for a JVM. What is taken is never given to
/// another. Thread-safe.
public final class ProcessPool<C, E> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessPool.class);

  private final Start start;
  private final Class<C> commands;
  private final Class<E> events;
  private @Nullable DriverProcess<C, E> warm;
  private boolean closed;

  private ProcessPool(Start start, Class<C> commands, Class<E> events) {
    this.start = start;
    this.commands = commands;
    this.events = events;
  }

  /// For the first file of a customer.
  public static ProcessPool<WorkerCommand, WorkerEvent> documentWorkers(DriverLauncher launcher) {
    return new ProcessPool<>(launcher::documentWorker, WorkerCommand.class, WorkerEvent.class);
  }

  /// For who has paid; each gets what `room` says.
  public static ProcessPool<SenderCommand, SenderEvent> printSenders(
      DriverLauncher launcher, SenderRoom room) {
    return new ProcessPool<>(
        () -> launcher.printSender(room), SenderCommand.class, SenderEvent.class);
  }

  /// Has a process ready for the next one.
  public synchronized void warmUp() {
    if (closed || (warm != null && warm.alive())) {
      return;
    }
    try {
      warm = started();
    } catch (IOException e) {
      LOG.warn("no process for {} can be started ahead", commands.getSimpleName(), e);
    }
  }

  /// Whether one waits for the next customer; it is started if need be.
  public synchronized boolean isReady() {
    warmUp();
    return warm != null && warm.alive();
  }

  synchronized DriverProcess<C, E> take() throws IOException {
    if (closed) {
      throw new IOException("the agent is stopping");
    }
    DriverProcess<C, E> taken = warm != null && warm.alive() ? warm : started();
    warm = null;
    Thread.ofVirtual().name("warm-driver").start(this::warmUp);
    return taken;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (warm != null) {
      warm.kill();
      warm = null;
    }
  }

  private DriverProcess<C, E> started() throws IOException {
    return new DriverProcess<>(start.start(), commands, events);
  }

  @FunctionalInterface
  private interface Start {
    Process start() throws IOException;
  }
}
