// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.ipp.IppValue;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A queue of a CUPS server, asked over IPP. Jobs are created held and released when the journal
/// says so.
public final class CupsQueue implements PrinterDriver {
  private static final List<IppAttribute> HELD =
      List.of(
          IppAttribute.of("job-hold-until", IppValue.keyword("indefinite")),
          IppAttribute.of("job-sheets", IppValue.keyword("none")));

  private final IppClient client;
  private final URI queue;
  private final IppJobs jobs;
  private final KnownCapabilities capabilities;
  private final LocalCertificate certificate;

  /// `server` is the CUPS server's HTTP address, `name` the queue's.
  public CupsQueue(IppClient client, URI server, String name) {
    this(client, server, name, InstantSource.system());
  }

  /// `clock` tells how old an answer is.
  public CupsQueue(IppClient client, URI server, String name, InstantSource clock) {
    this(client, server, name, clock, LocalCertificate.SYSTEM);
  }

  CupsQueue(
      IppClient client,
      URI server,
      String name,
      InstantSource clock,
      LocalCertificate certificate) {
    this.client = client;
    this.certificate = certificate;
    this.queue =
        URI.create("ipp://" + server.getHost() + ":" + port(server) + "/printers/" + name);
    this.jobs = new IppJobs(client, queue);
    this.capabilities = new KnownCapabilities(clock, jobs::capabilities);
  }

  static int port(URI server) {
    return server.getPort() < 0 ? 631 : server.getPort();
  }

  @Override
  public String path() {
    return "cups";
  }

  @Override
  public boolean holdsJobs() {
    return true;
  }

  @Override
  public boolean keepsCopies() {
    return false;
  }

  @Override
  public PrinterStatus status() {
    return new PrinterWitnesses(client, queue).status();
  }

  /// A queue that paused may have stopped taking jobs, too.
  @Override
  public Answer<PrinterStatus> resume() {
    Resuming resuming = new Resuming(client, queue, certificate::authorization);
    return resuming
        .order(IppOperation.RESUME_PRINTER)
        .flatMap(_ -> resuming.order(IppOperation.CUPS_ACCEPT_JOBS))
        .map(_ -> status());
  }

  @Override
  public Answer<Capabilities> capabilities() {
    return capabilities.get();
  }

  @Override
  public Answer<Optional<JobReport>> find(String name) {
    return jobs.find(name);
  }

  @Override
  public Answer<JobRef> create(JobTicket ticket) {
    return jobs.create(ticket, HELD);
  }

  @Override
  public SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
    return new SenderCommand.SendDocument(queue, job.id(), key, size, chunks);
  }

  @Override
  public Answer<JobRef> release(JobRef job) {
    return jobs.report(job)
        .flatMap(
            report ->
                report.state() == JobReport.State.HELD
                    ? jobs.order(IppOperation.RELEASE_JOB, job)
                    : new Answer.Got<>(job));
  }

  @Override
  public Answer<JobReport> follow(JobRef job) {
    return jobs.report(job).map(new PrinterWitnesses(client, queue)::counted);
  }

  @Override
  public Answer<Purge> purge(JobRef job) {
    if (IppJobs.gone(jobs.report(job))) {
      return new Answer.Got<>(Purge.CLEAN);
    }
    jobs.order(
        IppOperation.CANCEL_JOB, job, IppAttribute.of("purge-job", new IppValue.Bool(true)));
    // A job that is being sent stays until its backend has ended, which CUPS waits for.
    Answer<JobReport> after = jobs.awaited(job, _ -> false);
    return IppJobs.gone(after)
        ? new Answer.Got<>(Purge.CLEAN)
        : after.flatMap(_ -> new Answer.Refused<>("PURGE_REFUSED", 0));
  }
}
