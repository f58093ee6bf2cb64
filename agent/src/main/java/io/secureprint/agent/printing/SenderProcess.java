// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One print sender, for one document.
public final class SenderProcess implements AutoCloseable {
  private final DriverProcess<SenderCommand, SenderEvent> process;
  private final CompletableFuture<SenderEvent> outcome = new CompletableFuture<>();

  public SenderProcess(ProcessPool<SenderCommand, SenderEvent> senders) throws IOException {
    this(senders.take());
  }

  SenderProcess(DriverProcess<SenderCommand, SenderEvent> process) {
    this.process = process;
    process.follow(this::heard, () -> outcome.complete(new SenderEvent.Unknown("SENDER_DIED")));
  }

  /// What to do with the chunks that follow.
  public void order(SenderCommand order) {
    process.send(order);
  }

  public void chunk(int index, byte[] sealed) {
    process.send(new SenderCommand.DocumentChunk(index, sealed));
  }

  /// There will be no (more) chunks: nothing has been delivered.
  public void refuse(String code) {
    outcome.complete(new SenderEvent.NotDelivered(code, 0));
  }

  /// Waits for the end of the delivery; an unknown one when it takes too long.
  public SenderEvent outcome(Duration within) {
    try {
      return outcome.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new SenderEvent.Unknown("SENDER_SLOW");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a delivery never fails otherwise", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the agent is stopping", e);
    }
  }

  @Override
  public void close() {
    process.kill();
  }

  private void heard(SenderEvent event) {
    if (!(event instanceof SenderEvent.Ready)) {
      outcome.complete(event);
    }
  }
}
