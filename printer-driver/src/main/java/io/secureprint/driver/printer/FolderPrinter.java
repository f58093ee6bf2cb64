// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderRoom;
import io.secureprint.driver.api.StreamKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A virtual printer that keeps the finished PDF in a folder: for the demo, and for shops that want
/// it so and say it. The document waits beside its final name until it is released.
public final class FolderPrinter implements PrinterDriver {
  private static final String HELD = ".held";

  private final Path folder;
  private final Set<String> created = ConcurrentHashMap.newKeySet();

  public FolderPrinter(Path folder) {
    this.folder = folder;
  }

  @Override
  public String path() {
    return "folder";
  }

  @Override
  public boolean holdsJobs() {
    return true;
  }

  @Override
  public boolean keepsCopies() {
    return true;
  }

  @Override
  public PrinterStatus status() {
    return Files.isWritable(folder)
        ? new PrinterStatus(PrinterStatus.State.IDLE, true, List.of())
        : new PrinterStatus(PrinterStatus.State.UNREACHABLE, false, List.of("offline"));
  }

  @Override
  public Answer<Capabilities> capabilities() {
    Set<Paper> all = Set.of(Paper.values());
    return new Answer.Got<>(new Capabilities("", true, true, all, all, true));
  }

  @Override
  public Answer<Optional<JobReport>> find(String name) {
    JobRef job = new JobRef(0, name);
    return new Answer.Got<>(
        created.contains(name) || Files.exists(held(job)) || Files.exists(kept(job))
            ? Optional.of(report(job))
            : Optional.empty());
  }

  @Override
  public Answer<JobRef> create(JobTicket ticket) {
    if (!Files.isWritable(folder)) {
      return new Answer.Silent<>("the folder cannot be written to");
    }
    created.add(ticket.name());
    return new Answer.Got<>(new JobRef(0, ticket.name()));
  }

  @Override
  public SenderRoom room() {
    return new SenderRoom(List.of(folder), Map.of(), false);
  }

  @Override
  public SenderCommand target(JobRef job, StreamKey key, long size, int chunks) {
    return new SenderCommand.WriteFile(folder, job.name() + HELD, key, size, chunks);
  }

  @Override
  public Answer<JobRef> release(JobRef job) {
    try {
      if (!Files.exists(kept(job))) {
        Files.move(held(job), kept(job));
      }
      return new Answer.Got<>(job);
    } catch (IOException e) {
      return new Answer.Silent<>(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Answer<JobReport> follow(JobRef job) {
    return new Answer.Got<>(report(job));
  }

  /// A document that was never released goes; one that was "printed" is what the folder is for.
  @Override
  public Answer<Purge> purge(JobRef job) {
    try {
      created.remove(job.name());
      Files.deleteIfExists(held(job));
      return new Answer.Got<>(Files.exists(kept(job)) ? Purge.RETAINED : Purge.CLEAN);
    } catch (IOException e) {
      return new Answer.Silent<>(String.valueOf(e.getMessage()));
    }
  }

  private JobReport report(JobRef job) {
    boolean done = Files.exists(kept(job));
    int documents = done || Files.exists(held(job)) ? 1 : 0;
    JobReport.State state = done ? JobReport.State.COMPLETED : JobReport.State.HELD;
    return new JobReport(job, state, documents, 0, List.of());
  }

  private Path held(JobRef job) {
    return folder.resolve(job.name() + HELD);
  }

  private Path kept(JobRef job) {
    return folder.resolve(job.name() + ".pdf");
  }
}
