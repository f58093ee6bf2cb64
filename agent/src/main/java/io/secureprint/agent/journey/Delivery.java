// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.printing.SealedSink;
import io.secureprint.agent.printing.SenderProcess;
import io.secureprint.agent.printing.SessionWorker;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobReport;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Brings the sheets from the document worker into a job that waits for them. Only sealed chunks pass
/// through here.
final class Delivery {
  private static final Duration WITHIN = Duration.ofMinutes(5);

  private final House house;
  private final SessionWorker worker;
  private final SheetPlan plan;

  /// `plan` is what was paid.
  Delivery(House house, SessionWorker worker, SheetPlan plan) {
    this.house = house;
    this.worker = worker;
    this.plan = plan;
  }

  /// The job with its document, or why it is still empty.
  Answer<JobRef> deliver(JobRef job) {
    StreamKey key = new StreamKey(house.ids().bytes(32), house.ids().bytes(16));
    try (SenderProcess sender = new SenderProcess(house.senders())) {
      worker.makeSheets(plan, key, new Relay(job, key, sender));
      SenderEvent said = sender.outcome(WITHIN);
      house.printer().sent(job, said);
      return switch (said) {
        case SenderEvent.Delivered() -> new Answer.Got<>(job);
        case SenderEvent.NotDelivered(String code, int status) -> emptied(job, code, status);
        case SenderEvent.Unknown _, SenderEvent.Ready _ -> judged(job);
      };
    } catch (IOException e) {
      return new Answer.Silent<>(String.valueOf(e.getMessage()));
    }
  }

  /// A job that waits because it has no document is left to wait: once it is taken away nobody can
  /// tell any more that it never had one.
  private Answer<JobRef> emptied(JobRef job, String code, int status) {
    if (house.printer().holdsJobs()) {
      house.printer().purge(job);
    }
    return new Answer.Refused<>(code, status);
  }

  /// The line broke: the job itself tells whether it has its document.
  private Answer<JobRef> judged(JobRef job) {
    Answer<Optional<JobReport>> found = house.printer().find(job.name());
    boolean filled =
        found instanceof Answer.Got<Optional<JobReport>>(Optional<JobReport> report)
            && report.filter(r -> r.documents() != 0).isPresent();
    return filled ? new Answer.Got<>(job) : emptied(job, "PRINTER_SILENT", 0);
  }

  private final class Relay implements SealedSink {
    private final JobRef job;
    private final StreamKey key;
    private final SenderProcess sender;

    Relay(JobRef job, StreamKey key, SenderProcess sender) {
      this.job = job;
      this.key = key;
      this.sender = sender;
    }

    @Override
    public void started(long size, int chunks) {
      sender.order(house.printer().target(job, key, size, chunks));
    }

    @Override
    public void chunk(int index, byte[] sealed) {
      sender.chunk(index, sealed);
    }

    @Override
    public void refused(String code) {
      sender.refuse(code);
    }
  }
}
