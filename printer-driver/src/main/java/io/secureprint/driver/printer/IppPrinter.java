// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppOperation;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// An IPP printer itself, without any queue of this PC: the document touches no spool here
/// (`printing.md` 1). Nothing is taken for held: a job waits because it has no document yet, and the
/// document is the word (decision 18).
public final class IppPrinter implements PrinterDriver {
  private final IppClient client;
  private final URI printer;
  private final IppJobs jobs;
  private final KnownCapabilities capabilities;

  /// `printer` is its address, `ipp://host/ipp/print`.
  public IppPrinter(IppClient client, URI printer) {
    this(client, printer, InstantSource.system());
  }

  /// `clock` tells how old an answer is.
  public IppPrinter(IppClient client, URI printer, InstantSource clock) {
    this.client = client;
    this.printer = printer;
    this.jobs = new IppJobs(client, printer);
    this.capabilities = new KnownCapabilities(clock, jobs::capabilities);
  }

  @Override
  public String path() {
    return "ipp";
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
    return new PrinterWitnesses(client, printer).status();
  }

  @Override
  public Answer<Capabilities> capabilities() {
    return capabilities.get();
  }

  @Override
  public Answer<PrinterStatus> resume() {
    return new Resuming(client, printer, Optional::empty)
        .order(IppOperation.RESUME_PRINTER)
        .map(_ -> status());
  }

  @Override
  public Answer<Optional<JobReport>> find(String name) {
    return jobs.find(name);
  }

  @Override
  public Answer<JobRef> create(JobTicket ticket) {
    return jobs.create(ticket, List.of());
  }

  @Override
  public SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
    return new SenderCommand.SendDocument(printer, job.id(), key, size, chunks);
  }

  /// The document was the word already.
  @Override
  public Answer<JobRef> release(JobRef job) {
    return jobs.report(job).map(_ -> job);
  }

  @Override
  public Answer<JobReport> follow(JobRef job) {
    return jobs.report(job);
  }

  /// A job that has ended has no document any more (decision 18).
  @Override
  public Answer<Purge> purge(JobRef job) {
    Answer<JobReport> seen = jobs.report(job);
    if (seen instanceof Answer.Got<JobReport>(JobReport report) && !report.state().terminal()) {
      jobs.order(IppOperation.CANCEL_JOB, job);
      seen = jobs.awaited(job, now -> now.state().terminal());
    }
    if (IppJobs.gone(seen)) {
      return new Answer.Got<>(Purge.CLEAN);
    }
    return seen.flatMap(
        report ->
            report.state().terminal()
                ? new Answer.Got<>(Purge.CLEAN)
                : new Answer.Refused<>("PURGE_REFUSED", 0));
  }
}
