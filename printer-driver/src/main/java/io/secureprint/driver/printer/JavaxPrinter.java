// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.api.ServiceEvent;
import io.secureprint.driver.api.ServiceJob;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppAnswer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A print service of this PC, through javax.print: for Windows, and where there is no CUPS. The
/// document is the word, and once it is given nothing can be asked of its job any more. The queue
/// tells how many jobs it has and no more, and an aborted one leaves it just as a printed one does:
/// so this printer never says that a job is complete (ADR 4).
public final class JavaxPrinter implements PrinterDriver {
  /// A reason of its status.
  public static final String SPOOLER_MISSING = "LPR_MISSING";
  private static final Path SPOOLER = Path.of("/usr/bin/lpr");
  private static final int MOST_JOBS = 1_000;

  private final PrintServices services;
  private final String service;
  private final boolean spooler;
  private final KnownCapabilities capabilities;
  /// Only this object knows its jobs, and only while it lives.
  private final Map<String, Known> jobs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_JOBS;
        }
      };

  /// `clock` tells how old an answer is.
  public JavaxPrinter(PrintServices services, String service, InstantSource clock) {
    this(services, service, clock, SPOOLER);
  }

  /// The JDK hands documents over by a program, except on Windows.
  JavaxPrinter(PrintServices services, String service, InstantSource clock, Path spooler) {
    this.services = services;
    this.service = service;
    this.capabilities = new KnownCapabilities(clock, this::ask);
    this.spooler = File.separatorChar == '\\' || Files.isExecutable(spooler);
  }

  @Override
  public String path() {
    return "javax";
  }

  @Override
  public boolean holdsJobs() {
    return false;
  }

  @Override
  public boolean keepsCopies() {
    return false;
  }

  @Override
  public PrinterStatus status() {
    if (!spooler) {
      return new PrinterStatus(PrinterStatus.State.STOPPED, false, List.of(SPOOLER_MISSING));
    }
    return switch (services.look(service)) {
      case Answer.Got<ServiceEvent.Seen>(ServiceEvent.Seen seen) when !seen.accepting() ->
          new PrinterStatus(PrinterStatus.State.STOPPED, false, List.of("paused"));
      case Answer.Got<ServiceEvent.Seen>(ServiceEvent.Seen seen) ->
          new PrinterStatus(
              seen.queued() > 0 ? PrinterStatus.State.PROCESSING : PrinterStatus.State.IDLE,
              true,
              List.of());
      case Answer.Refused<ServiceEvent.Seen> _, Answer.Silent<ServiceEvent.Seen> _ ->
          new PrinterStatus(PrinterStatus.State.UNREACHABLE, false, List.of("offline"));
    };
  }

  @Override
  public Answer<Capabilities> capabilities() {
    return capabilities.get();
  }

  private Answer<Capabilities> ask() {
    return services
        .all()
        .flatMap(
            all ->
                all.stream()
                    .filter(known -> known.name().equals(service))
                    .findFirst()
                    .<Answer<Capabilities>>map(known -> new Answer.Got<>(known.capabilities()))
                    .orElseGet(() -> new Answer.Refused<>(PrintServices.UNKNOWN, 0)));
  }

  @Override
  public synchronized Answer<Optional<JobReport>> find(String name) {
    return new Answer.Got<>(
        Optional.ofNullable(jobs.get(name)).map(known -> known.report(new JobRef(0, name))));
  }

  @Override
  public Answer<JobRef> create(JobTicket ticket) {
    if (!spooler) {
      return new Answer.Refused<>(SPOOLER_MISSING, 0);
    }
    return services.look(service).map(_ -> created(ticket));
  }

  private synchronized JobRef created(JobTicket ticket) {
    jobs.put(ticket.name(), new Known(ticket, Phase.EMPTY));
    return new JobRef(0, ticket.name());
  }

  @Override
  public SenderRoom room() {
    return new SenderRoom(List.of(), services.environment(), true);
  }

  @Override
  public synchronized SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
    Known known = jobs.get(job.name());
    if (known == null || known.phase != Phase.EMPTY) {
      throw new IllegalStateException("only an empty job is given a document: " + job.name());
    }
    move(job, known, Phase.GIVEN);
    JobTicket ticket = known.ticket;
    return new SenderCommand.PrintOnService(
        new ServiceJob(service, ticket.name(), ticket.paper(), ticket.sides()), key, size, chunks);
  }

  @Override
  public synchronized void sent(JobRef job, SenderEvent said) {
    Known known = jobs.get(job.name());
    if (known != null && known.phase == Phase.GIVEN && said instanceof SenderEvent.NotDelivered) {
      move(job, known, Phase.EMPTY);
    }
  }

  /// The document was the word already.
  @Override
  public Answer<JobRef> release(JobRef job) {
    return known(job).isPresent() ? new Answer.Got<>(job) : lost();
  }

  @Override
  public Answer<JobReport> follow(JobRef job) {
    Optional<Known> known = known(job);
    if (known.isEmpty()) {
      return lost();
    }
    JobReport report = known.get().report(job);
    return known.get().phase == Phase.GIVEN
        ? services.look(service).flatMap(now -> now.queued() > 0 ? new Answer.Got<>(report) : lost())
        : new Answer.Got<>(report);
  }

  /// What has been given cannot be taken back.
  @Override
  public Answer<Purge> purge(JobRef job) {
    Optional<Known> known = known(job);
    if (known.isPresent() && known.get().phase != Phase.GIVEN) {
      withdraw(job);
      return new Answer.Got<>(Purge.CLEAN);
    }
    return services
        .look(service)
        .flatMap(
            now ->
                now.queued() > 0
                    ? new Answer.Refused<>("PURGE_REFUSED", 0)
                    : new Answer.Got<>(Purge.UNSEEN));
  }

  private synchronized Optional<Known> known(JobRef job) {
    return Optional.ofNullable(jobs.get(job.name()));
  }

  private synchronized void withdraw(JobRef job) {
    jobs.computeIfPresent(job.name(), (_, known) -> new Known(known.ticket, Phase.WITHDRAWN));
  }

  private void move(JobRef job, Known known, Phase phase) {
    jobs.put(job.name(), new Known(known.ticket, phase));
  }

  private static <T> Answer<T> lost() {
    return new Answer.Refused<>("JOB_UNKNOWN", IppAnswer.Refused.NOT_FOUND);
  }

  /// How far a job has come, as far as this side can know.
  private enum Phase {
    EMPTY,
    /// A sender was told to print it, and has not said that it did not.
    GIVEN,
    /// Taken back while it was empty.
    WITHDRAWN
  }

  private record Known(JobTicket ticket, Phase phase) {
    JobReport report(JobRef job) {
      return switch (phase) {
        case EMPTY -> new JobReport(job, JobReport.State.WAITING, 0, 0, List.of());
        case GIVEN ->
            new JobReport(job, JobReport.State.PROCESSING, JobReport.UNKNOWN, 0, List.of());
        case WITHDRAWN -> new JobReport(job, JobReport.State.CANCELED, 0, 0, List.of());
      };
    }
  }
}
