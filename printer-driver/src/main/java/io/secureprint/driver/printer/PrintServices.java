// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.PipeRead;
import io.secureprint.driver.api.PipeReader;
import io.secureprint.driver.api.PipeWriter;
import io.secureprint.driver.api.ServiceCommand;
import io.secureprint.driver.api.ServiceEvent;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/// The print services of this PC, as the JDK knows them. They are asked in a process of their own,
/// which is started when it is needed and ended when it does not answer: the JDK's calls know no time
/// limit, and a vendor's driver that crashes takes nobody along. Thread-safe.
public final class PrintServices implements AutoCloseable {
  /// A refusal: there is no such service.
  public static final String UNKNOWN = "SERVICE_UNKNOWN";

  private static final Duration START = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Starter starter;
  private final Map<String, String> environment;
  private final Duration start;
  private final Duration answer;
  private @Nullable Desk desk;

  /// `cups` is the CUPS server whose queues are services too, where the PC has one.
  public PrintServices(Starter starter, URI cups) {
    this(starter, cups, START, ANSWER);
  }

  /// `start` and `answer` are how long the process may take for each.
  PrintServices(Starter starter, URI cups, Duration start, Duration answer) {
    this.starter = starter;
    this.start = start;
    this.answer = answer;
    this.environment =
        Map.of("CUPS_SERVER", cups.getHost() + ":" + CupsQueue.port(cups), "CUPS_USER", "sps");
  }

  /// What processes need to know the same services by.
  public Map<String, String> environment() {
    return environment;
  }

  Answer<ServiceEvent.Seen> look(String service) {
    return ask(new ServiceCommand.Look(service))
        .flatMap(
            said ->
                said instanceof ServiceEvent.Seen seen
                    ? new Answer.Got<>(seen)
                    : new Answer.Refused<>(UNKNOWN, 0));
  }

  public Answer<List<ServiceEvent.Service>> all() {
    return ask(new ServiceCommand.ListAll())
        .flatMap(
            said ->
                said instanceof ServiceEvent.Services(List<ServiceEvent.Service> services)
                    ? new Answer.Got<>(services)
                    : new Answer.Silent<>("not a list: " + said));
  }

  @Override
  public synchronized void close() {
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }

  private synchronized Answer<ServiceEvent> ask(ServiceCommand question) {
    try {
      if (desk == null || !desk.process.isAlive()) {
        desk = new Desk(starter.start(environment));
        desk.hear(start);
      }
      desk.commands.send(question);
      return new Answer.Got<>(desk.hear(answer));
    } catch (IOException e) {
      close();
      return new Answer.Silent<>(String.valueOf(e.getMessage()));
    }
  }

  /// Starts the process with these variables in its environment.
  @FunctionalInterface
  public interface Starter {
    Process start(Map<String, String> environment) throws IOException;
  }

  /// The process and its pipe.
  private static final class Desk implements AutoCloseable {
    private final Process process;
    private final PipeWriter<ServiceCommand> commands;
    private final TransferQueue<PipeRead<ServiceEvent>> heard = new LinkedTransferQueue<>();

    Desk(Process process) {
      this.process = process;
      this.commands = new PipeWriter<>(ServiceCommand.class, process.getOutputStream());
      Thread.ofVirtual().name("print-services").start(this::listen);
    }

    ServiceEvent hear(Duration within) throws IOException {
      try {
        PipeRead<ServiceEvent> said = heard.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (said instanceof PipeRead.Message<ServiceEvent>(ServiceEvent event)) {
          return event;
        }
        throw new IOException(said == null ? "no answer within " + within : "heard " + said);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }

    private void listen() {
      PipeReader<ServiceEvent> events =
          new PipeReader<>(ServiceEvent.class, process.getInputStream());
      PipeRead<ServiceEvent> said;
      do {
        said = next(events);
        heard.add(said);
      } while (said instanceof PipeRead.Message<ServiceEvent>);
    }

    private static PipeRead<ServiceEvent> next(PipeReader<ServiceEvent> events) {
      try {
        return events.next();
      } catch (IOException _) {
        return new PipeRead.Ended<>();
      }
    }
  }
}
