// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A queue of a CUPS server, asked over IPP. Jobs are created held and released when the journal
/// says so; CUPS's job ids are trusted only together with our name.
public final class CupsQueue implements PrinterDriver {
  private static final Duration PURGE_LOOK = Duration.ofMillis(100);
  private static final int PURGE_LOOKS = 50;
  private static final IppAttribute USER =
      IppAttribute.of("requesting-user-name", IppValue.name("sps"));
  private static final IppAttribute JOB_ATTRIBUTES =
      IppAttribute.of(
          "requested-attributes",
          IppValue.keyword("job-id"),
          IppValue.keyword("job-name"),
          IppValue.keyword("job-state"),
          IppValue.keyword("job-state-reasons"),
          IppValue.keyword("number-of-documents"),
          IppValue.keyword("job-impressions-completed"),
          IppValue.keyword("job-media-sheets-completed"));

  private final IppClient client;
  private final URI queue;

  /// `server` is the CUPS server's HTTP address, `name` the queue's.
  public CupsQueue(IppClient client, URI server, String name) {
    this.client = client;
    this.queue =
        URI.create("ipp://" + server.getHost() + ":" + port(server) + "/printers/" + name);
  }

  private static int port(URI server) {
    return server.getPort() < 0 ? 631 : server.getPort();
  }

  @Override
  public String path() {
    return "cups";
  }

  @Override
  public boolean keepsCopies() {
    return false;
  }

  @Override
  public PrinterStatus status() {
    return new PrinterWitnesses(client, queue).status();
  }

  @Override
  public Answer<Optional<JobReport>> find(String name) {
    List<IppAttribute> operation =
        List.of(USER, IppAttribute.of("which-jobs", IppValue.keyword("all")), JOB_ATTRIBUTES);
    return answer(
        client.call(queue, IppOperation.GET_JOBS, operation, List.of()),
        message ->
            message.jobs().stream()
                .map(JobReports::read)
                .filter(report -> report.job().name().equals(name))
                .max(Comparator.comparingInt(report -> report.job().id())));
  }

  @Override
  public Answer<JobRef> create(JobTicket ticket) {
    List<IppAttribute> job =
        List.of(
            IppAttribute.of("job-hold-until", IppValue.keyword("indefinite")),
            IppAttribute.of("copies", IppValue.integer(1)),
            IppAttribute.of("job-sheets", IppValue.keyword("none")),
            IppAttribute.of("media", IppValue.keyword(ticket.paper().media())),
            IppAttribute.of("sides", IppValue.keyword(ticket.sides().keyword())),
            IppAttribute.of("print-scaling", IppValue.keyword("none")));
    IppAttribute name = IppAttribute.of("job-name", IppValue.name(ticket.name()));
    return answer(
        client.call(queue, IppOperation.CREATE_JOB, List.of(USER, name), job),
        message -> {
          int id = message.jobs().stream().findFirst().orElseThrow().number("job-id").orElseThrow();
          return new JobRef(id, ticket.name());
        });
  }

  @Override
  public SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
    return new SenderCommand.SendDocument(queue, job.id(), key, size, chunks);
  }

  @Override
  public Answer<JobRef> release(JobRef job) {
    return switch (followed(job)) {
      case Answer.Got<JobReport>(JobReport report) when report.state() != JobReport.State.HELD ->
          new Answer.Got<>(job);
      case Answer.Got<JobReport> _ ->
          answer(
              client.call(queue, IppOperation.RELEASE_JOB, List.of(jobId(job), USER), List.of()),
              _ -> job);
      case Answer.Refused<JobReport>(String code, int status) -> new Answer.Refused<>(code, status);
      case Answer.Silent<JobReport>(String why) -> new Answer.Silent<>(why);
    };
  }

  @Override
  public Answer<JobReport> follow(JobRef job) {
    Answer<JobReport> said = followed(job);
    return said instanceof Answer.Got<JobReport>(JobReport report)
        ? new Answer.Got<>(new PrinterWitnesses(client, queue).counted(report))
        : said;
  }

  @Override
  public Answer<Purge> purge(JobRef job) {
    Answer<JobReport> known = followed(job);
    if (gone(known)) {
      return new Answer.Got<>(Purge.CLEAN);
    }
    IppAttribute purge = IppAttribute.of("purge-job", new IppValue.Bool(true));
    client.call(queue, IppOperation.CANCEL_JOB, List.of(jobId(job), USER, purge), List.of());
    Answer<JobReport> after = onceGone(job);
    return switch (after) {
      case Answer.Refused<JobReport>(_, int status) ->
          gone(after)
              ? new Answer.Got<>(Purge.CLEAN)
              : new Answer.Refused<>("PURGE_REFUSED", status);
      case Answer.Got<JobReport> _ -> new Answer.Refused<>("PURGE_REFUSED", 0);
      case Answer.Silent<JobReport>(String why) -> new Answer.Silent<>(why);
    };
  }

  /// Only one refusal says that there is no such job; any other may pass.
  private static boolean gone(Answer<JobReport> said) {
    return said instanceof Answer.Refused<JobReport>(_, int status)
        && status == IppAnswer.Refused.NOT_FOUND;
  }

  /// A job that is being sent stays until its backend has ended, which CUPS waits for.
  private Answer<JobReport> onceGone(JobRef job) {
    Answer<JobReport> seen = followed(job);
    for (int looks = 0; seen instanceof Answer.Got<JobReport> && looks < PURGE_LOOKS; looks++) {
      LockSupport.parkNanos(PURGE_LOOK.toNanos());
      seen = followed(job);
    }
    return seen;
  }

  /// Refused with NOT_FOUND means: this job is not (or no longer) in the queue.
  private Answer<JobReport> followed(JobRef job) {
    IppAnswer reply =
        client.call(
            queue,
            IppOperation.GET_JOB_ATTRIBUTES,
            List.of(jobId(job), USER, JOB_ATTRIBUTES),
            List.of());
    Answer<JobReport> report =
        answer(reply, message -> JobReports.read(message.jobs().getFirst()));
    return report instanceof Answer.Got<JobReport>(JobReport found)
            && !found.job().name().equals(job.name())
        ? new Answer.Refused<>("JOB_UNKNOWN", IppAnswer.Refused.NOT_FOUND)
        : report;
  }

  private static IppAttribute jobId(JobRef job) {
    return IppAttribute.of("job-id", IppValue.integer(job.id()));
  }

  private static <T> Answer<T> answer(IppAnswer reply, Function<IppMessage, T> reading) {
    return switch (reply) {
      case IppAnswer.Ok(IppMessage message) -> new Answer.Got<>(reading.apply(message));
      case IppAnswer.Refused(int status) ->
          new Answer.Refused<>(
              status == IppAnswer.Refused.NOT_FOUND ? "JOB_UNKNOWN" : "PRINTER_REFUSED", status);
      case IppAnswer.Unreachable(_, String why) -> new Answer.Silent<>(why);
    };
  }
}
