// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/// Keeps one document worker warm, so that the first file of a customer does not wait for a JVM.
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  private final DriverLauncher launcher;
  private @Nullable DriverProcess<WorkerCommand, WorkerEvent> warm;
  private boolean closed;

  public WorkerPool(DriverLauncher launcher) {
    this.launcher = launcher;
  }

  /// Has a worker ready for the next customer.
  public synchronized void warmUp() {
    if (closed || (warm != null && warm.alive())) {
      return;
    }
    try {
      warm = start();
    } catch (IOException e) {
      LOG.warn("no document worker can be started ahead", e);
    }
  }

  /// A worker for one session; it is never given to another.
  synchronized DriverProcess<WorkerCommand, WorkerEvent> take() throws IOException {
    if (closed) {
      throw new IOException("the agent is stopping");
    }
    DriverProcess<WorkerCommand, WorkerEvent> taken = warm != null && warm.alive() ? warm : start();
    warm = null;
    Thread.ofVirtual().name("warm-worker").start(this::warmUp);
    return taken;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (warm != null) {
      warm.kill();
    }
  }

  private DriverProcess<WorkerCommand, WorkerEvent> start() throws IOException {
    return new DriverProcess<>(
        launcher.documentWorker(), WorkerCommand.class, WorkerEvent.class);
  }
}
