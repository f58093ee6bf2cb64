// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.ServiceCommand;
import io.secureprint.driver.api.ServiceEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A process that tells of the PC's print services as long as somebody asks, and ends after a minute
/// in which nobody did. No document comes here.
public final class PrintServiceDesk {
  private static final Duration IDLE = Duration.ofMinutes(1);

  private PrintServiceDesk() {}

  public static void main(String[] arguments) throws IOException {
    // Otherwise the JDK looks for new services every two minutes only.
    System.setProperty("sun.java2d.print.polling", "false");
    PipeReader<ServiceCommand> commands = new PipeReader<>(ServiceCommand.class, System.in);
    PipeWriter<ServiceEvent> events = new PipeWriter<>(ServiceEvent.class, System.out);
    events.send(new ServiceEvent.Ready());
    AtomicLong asked = new AtomicLong(System.nanoTime());
    Thread.ofPlatform().daemon().start(() -> endWhenIdle(asked));
    while (commands.next() instanceof PipeRead.Message<ServiceCommand>(ServiceCommand command)) {
      events.send(
          switch (command) {
            case ServiceCommand.Look(String service) -> ServiceFacts.look(service);
            case ServiceCommand.ListAll() -> ServiceFacts.all();
          });
      asked.set(System.nanoTime());
    }
  }

  private static void endWhenIdle(AtomicLong asked) {
    long idle;
    while ((idle = System.nanoTime() - asked.get()) < IDLE.toNanos()) {
      LockSupport.parkNanos(IDLE.toNanos() - idle);
    }
    Runtime.getRuntime().halt(0);
  }
}
