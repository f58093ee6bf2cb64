// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks the queue and, since a queue calls a dead printer idle (`printing.md` 3), the device behind
/// it too.
record PrinterWitnesses(IppClient client, URI queue) {
  private static final IppAttribute WANTED =
      IppAttribute.of(
          "requested-attributes",
          IppValue.keyword("printer-state"),
          IppValue.keyword("printer-state-reasons"),
          IppValue.keyword("printer-is-accepting-jobs"),
          IppValue.keyword("device-uri"),
          IppValue.keyword(Supplies.WHAT),
          IppValue.keyword(Supplies.NAMES));

  PrinterStatus status() {
    Optional<IppMessage.Group> said = ask(queue);
    if (said.isEmpty()) {
      return new PrinterStatus(PrinterStatus.State.UNREACHABLE, false, List.of());
    }
    Optional<URI> device = device(said.get());
    Optional<IppMessage.Group> itself = device.flatMap(this::ask);
    if (device.isPresent() && itself.isEmpty()) {
      return new PrinterStatus(
          PrinterStatus.State.UNREACHABLE, accepting(said.get()), List.of("offline"));
    }
    List<String> reasons =
        Stream.of(said, itself)
            .flatMap(Optional::stream)
            .flatMap(group -> JobReports.keywords(group.texts("printer-state-reasons")).stream())
            .distinct()
            .toList();
    return new PrinterStatus(
        PrinterFacts.state(said.get()),
        accepting(said.get()),
        reasons,
        Supplies.read(itself.or(() -> said).get()));
  }

  /// The report with the sides that the device itself has counted. CUPS counts what its filters have
  /// passed on, all pages at once, though not one is on paper: its count is only believed of a job
  /// that is complete.
  JobReport counted(JobReport report) {
    Optional<JobReport> device =
        ask(queue)
            .flatMap(PrinterWitnesses::device)
            .flatMap(uri -> onDevice(uri, report.job().name()));
    boolean complete = report.state() == JobReport.State.COMPLETED;
    boolean failed =
        device.map(JobReport::state)
            .filter(state -> state.terminal() && state != JobReport.State.COMPLETED)
            .isPresent();
    int unseen = complete ? report.sides() : begun(report) ? JobReport.UNKNOWN : 0;
    int sides = device.map(JobReport::sides).orElse(unseen);
    // CUPS has been seen to call a job complete that the device had aborted.
    JobReport.State state = complete && failed ? JobReport.State.ABORTED : report.state();
    return new JobReport(report.job(), state, report.documents(), sides, report.reasons());
  }

  /// What waits has put nothing on paper; of anything else the queue alone cannot tell.
  private static boolean begun(JobReport report) {
    return report.state() != JobReport.State.HELD && report.state() != JobReport.State.WAITING;
  }

  private Optional<JobReport> onDevice(URI device, String name) {
    List<IppAttribute> operation =
        List.of(
            IppAttribute.of("requesting-user-name", IppValue.name("sps")),
            IppAttribute.of("which-jobs", IppValue.keyword("all")),
            IppAttribute.of(
                "requested-attributes",
                IppValue.keyword("job-name"),
                IppValue.keyword("job-state"),
                IppValue.keyword("job-impressions-completed")));
    IppAnswer answer = client.call(device, IppOperation.GET_JOBS, operation, List.of());
    return answer instanceof IppAnswer.Ok(IppMessage message)
        ? message.jobs().stream()
            .map(JobReports::read)
            .filter(job -> job.job().name().equals(name))
            .findFirst()
        : Optional.empty();
  }

  private Optional<IppMessage.Group> ask(URI printer) {
    IppAnswer answer =
        client.call(printer, IppOperation.GET_PRINTER_ATTRIBUTES, List.of(WANTED), List.of());
    return answer instanceof IppAnswer.Ok(IppMessage message)
        ? Optional.of(message.printer())
        : Optional.empty();
  }

  private static Optional<URI> device(IppMessage.Group queue) {
    return queue
        .text("device-uri")
        .filter(uri -> uri.startsWith("ipp://") && !uri.contains(" "))
        .map(URI::create);
  }

  private static boolean accepting(IppMessage.Group printer) {
    return printer.isTrue("printer-is-accepting-jobs");
  }
}
