// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/// Our jobs at one IPP printer or queue. Its job ids are trusted only together with our name.
record IppJobs(IppClient client, URI printer) {
  static final IppAttribute USER = IppAttribute.of("requesting-user-name", IppValue.name("sps"));
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int MOST_LOOKS = 50;
  private static final IppAttribute WANTED =
      IppAttribute.of(
          "requested-attributes",
          IppValue.keyword("job-id"),
          IppValue.keyword("job-name"),
          IppValue.keyword("job-state"),
          IppValue.keyword("job-state-reasons"),
          IppValue.keyword("number-of-documents"),
          IppValue.keyword("job-impressions-completed"),
          IppValue.keyword("job-media-sheets-completed"));

  /// What the printer itself can do.
  Answer<Capabilities> capabilities() {
    return answer(
        client.call(
            printer,
            IppOperation.GET_PRINTER_ATTRIBUTES,
            List.of(USER, PrinterFacts.WANTED),
            List.of()),
        message -> PrinterFacts.read(message.printer()).capabilities());
  }

  /// The newest job of this name.
  Answer<Optional<JobReport>> find(String name) {
    List<IppAttribute> operation =
        List.of(USER, IppAttribute.of("which-jobs", IppValue.keyword("all")), WANTED);
    return answer(
        client.call(printer, IppOperation.GET_JOBS, operation, List.of()),
        message ->
            message.jobs().stream()
                .map(JobReports::read)
                .filter(report -> report.job().name().equals(name))
                .max(Comparator.comparingInt(report -> report.job().id())));
  }

  /// Create-Job: one copy of sheets that are ready as they are.
  Answer<JobRef> create(JobTicket ticket, List<IppAttribute> more) {
    List<IppAttribute> job = new ArrayList<>(more);
    job.add(IppAttribute.of("copies", IppValue.integer(1)));
    job.add(IppAttribute.of("media", IppValue.keyword(ticket.paper().media())));
    job.add(IppAttribute.of("sides", IppValue.keyword(ticket.sides().keyword())));
    job.add(IppAttribute.of("print-scaling", IppValue.keyword("none")));
    IppAttribute name = IppAttribute.of("job-name", IppValue.name(ticket.name()));
    return answer(
        client.call(printer, IppOperation.CREATE_JOB, List.of(USER, name), job),
        message -> {
          int id = message.jobs().stream().findFirst().orElseThrow().number("job-id").orElseThrow();
          return new JobRef(id, ticket.name());
        });
  }

  /// Refused with NOT_FOUND means: this job is not (or no longer) there.
  Answer<JobReport> report(JobRef job) {
    IppAnswer reply =
        client.call(
            printer,
            IppOperation.GET_JOB_ATTRIBUTES,
            List.of(id(job), USER, WANTED),
            List.of());
    Answer<JobReport> report =
        answer(reply, message -> JobReports.read(message.jobs().getFirst()));
    return report instanceof Answer.Got<JobReport>(JobReport found)
            && !found.job().name().equals(job.name())
        ? new Answer.Refused<>("JOB_UNKNOWN", IppAnswer.Refused.NOT_FOUND)
        : report;
  }

  /// The job once it is `over` or gone, or as it is after a few seconds.
  Answer<JobReport> awaited(JobRef job, Predicate<JobReport> over) {
    Answer<JobReport> seen = report(job);
    for (int looks = 0; looks < MOST_LOOKS && runs(seen, over); looks++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      seen = report(job);
    }
    return seen;
  }

  private static boolean runs(Answer<JobReport> seen, Predicate<JobReport> over) {
    return seen instanceof Answer.Got<JobReport>(JobReport report) && !over.test(report);
  }

  /// An operation on one job, with nothing to be read from its answer.
  Answer<JobRef> order(int operation, JobRef job, IppAttribute... more) {
    List<IppAttribute> attributes = new ArrayList<>(List.of(id(job), USER));
    attributes.addAll(List.of(more));
    return answer(client.call(printer, operation, attributes, List.of()), _ -> job);
  }

  /// Only one refusal says that there is no such job; any other may pass.
  static boolean gone(Answer<JobReport> said) {
    return said instanceof Answer.Refused<JobReport>(_, int status)
        && status == IppAnswer.Refused.NOT_FOUND;
  }

  private static IppAttribute id(JobRef job) {
    return IppAttribute.of("job-id", IppValue.integer(job.id()));
  }

  private static <T> Answer<T> answer(IppAnswer reply, Function<IppMessage, T> reading) {
    return switch (reply) {
      case IppAnswer.Ok(IppMessage message) -> new Answer.Got<>(reading.apply(message));
      case IppAnswer.Refused(int status) ->
          new Answer.Refused<>(
              status == IppAnswer.Refused.NOT_FOUND ? "JOB_UNKNOWN" : "PRINTER_REFUSED", status);
      case IppAnswer.Foreign(int http) -> new Answer.Silent<>("HTTP status " + http);
      case IppAnswer.Unreachable(_, String why) -> new Answer.Silent<>(why);
    };
  }
}
