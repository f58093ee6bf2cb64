// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.api.StreamKey;

import java.util.Optional;

/// One printer, in two phases (`printing.md` 4): a job is created and filled, prints nothing, and is
/// then released by one word. No call carries a document; that is the print sender's work.
/// Thread-safe; every call returns within seconds.
public interface PrinterDriver {
  /// A short word for receipts: by which way sheets get to this printer.
  String path();

  /// Whether a job with its document waits for its release. Where not, the document is the word, and
  /// must not be sent before the journal says so.
  boolean holdsJobs();

  /// Whether it is the printer's purpose to keep what is printed (decision 20). Customers are told
  /// before they choose.
  boolean keepsCopies();

  PrinterStatus status();

  /// What it can do. Asked of the printer once a minute at most.
  Answer<Capabilities> capabilities();

  /// Lets a paused printer go on, for a person who has looked at what made it pause. The answer is how
  /// it stands then.
  default Answer<PrinterStatus> resume() {
    return new Answer.Refused<>(Resuming.REFUSED, 0);
  }

  /// The newest job of this name, if the queue knows one.
  Answer<Optional<JobReport>> find(String name);

  /// Creates a job that waits for its document and for its release.
  Answer<JobRef> create(JobTicket ticket);

  /// What the print sender needs, to be started with.
  default SenderRoom room() {
    return SenderRoom.BARE;
  }

  /// What the print sender is told, so that the document becomes this job's.
  SenderCommand target(JobRef job, StreamKey key, long size, int chunks);

  /// What the print sender has said in the end. Only a printer that can be asked nothing later needs
  /// to be told.
  default void sent(JobRef job, SenderEvent said) {}

  /// The word. Repeating it changes nothing.
  Answer<JobRef> release(JobRef job);

  /// How it stands; `JOB_UNKNOWN` when nobody can tell (any more).
  Answer<JobReport> follow(JobRef job);

  /// Removes job and data from the queue, whatever its state.
  Answer<Purge> purge(JobRef job);

  /// What is left after a purge.
  enum Purge {
    CLEAN,
    /// The printer's purpose is to keep the document (decision 20).
    RETAINED,
    /// The queue has let go of it, and what it keeps of documents nobody can see.
    UNSEEN
  }
}
