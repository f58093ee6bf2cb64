// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JobRef;
import io.secureprint.driver.printer.JobTicket;
import io.secureprint.driver.printer.PrinterDriver;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints the test sheet by the same way as customers' sheets, and tells how that ended.
public final class TestPrint {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final int THE_ONLY_REQUEST = 1;

  private final DriverLauncher launcher;
  private final Ids ids;
  private final Clock clock;

  /// `clock` has the shop's time zone.
  public TestPrint(DriverLauncher launcher, Ids ids, Clock clock) {
    this.launcher = launcher;
    this.ids = ids;
    this.clock = clock;
  }

  /// Prints it on a printer that people know by `name`. Blocks until it has ended, or `within` is
  /// over, and then takes it back where it can.
  public Ending print(PrinterDriver printer, String name, Duration within) {
    Instant until = clock.instant().plus(within);
    Paper paper = paper(printer.capabilities());
    JobTicket ticket = new JobTicket("sps-" + ids.hex128(), paper, Sides.ONE);
    return switch (printer.create(ticket)) {
      case Answer.Got<JobRef>(JobRef job) -> {
        try {
          yield printed(printer, job, sheet(paper, name), until);
        } finally {
          printer.purge(job);
        }
      }
      case Answer.Refused<JobRef>(String code, _) -> notPrinted(printer, code);
      case Answer.Silent<JobRef> _ -> notPrinted(printer, "PRINTER_UNREACHABLE");
    };
  }

  /// A4 where the printer takes it.
  private static Paper paper(Answer<Capabilities> told) {
    return told instanceof Answer.Got<Capabilities>(Capabilities can)
            && !can.papers().contains(Paper.A4)
        ? can.papers().stream().findFirst().orElse(Paper.A4)
        : Paper.A4;
  }

  private WorkerCommand.MakeTestSheet sheet(Paper paper, String name) {
    String shown = name.substring(0, Math.min(name.length(), 100));
    StreamKey key = new StreamKey(ids.bytes(32), ids.bytes(16));
    return new WorkerCommand.MakeTestSheet(
        THE_ONLY_REQUEST, paper, shown, DATE.format(clock.instant().atZone(clock.getZone())), key);
  }

  private Ending printed(
      PrinterDriver printer, JobRef job, WorkerCommand.MakeTestSheet sheet, Instant until) {
    SenderEvent said = delivered(printer, job, sheet, until);
    printer.sent(job, said);
    return switch (said) {
      case SenderEvent.NotDelivered(String code, _) -> notPrinted(printer, code);
      case SenderEvent.Unknown(String code) when printer.holdsJobs() -> notPrinted(printer, code);
      case SenderEvent.Unknown _, SenderEvent.Delivered _, SenderEvent.Ready _ ->
          followed(printer, job, until);
    };
  }

  private SenderEvent delivered(
      PrinterDriver printer, JobRef job, WorkerCommand.MakeTestSheet sheet, Instant until) {
    try (SenderProcess sender =
        new SenderProcess(
            new DriverProcess<>(
                launcher.printSender(printer.room()), SenderCommand.class, SenderEvent.class))) {
      DriverProcess<WorkerCommand, WorkerEvent> worker =
          new DriverProcess<>(
              launcher.documentWorker(), WorkerCommand.class, WorkerEvent.class);
      try {
        worker.follow(
            event -> relay(event, sender, printer, job, sheet.sealWith()),
            () -> sender.refuse("WORKER_UNAVAILABLE"));
        worker.send(sheet);
        return sender.outcome(Duration.between(clock.instant(), until));
      } finally {
        worker.kill();
      }
    } catch (IOException _) {
      return new SenderEvent.NotDelivered("WORKER_UNAVAILABLE", 0);
    }
  }

  private static void relay(
      WorkerEvent event, SenderProcess sender, PrinterDriver printer, JobRef job, StreamKey key) {
    switch (event) {
      case WorkerEvent.StreamStarted(_, long size, int chunks) ->
          sender.order(printer.target(job, key, size, chunks));
      case WorkerEvent.StreamChunk(_, int index, byte[] sealed) -> sender.chunk(index, sealed);
      case WorkerEvent.RequestRefused(_, var why) -> sender.refuse(why.name());
      default -> {} // it is ready, and has no files
    }
  }

  private Ending followed(PrinterDriver printer, JobRef job, Instant until) {
    List<String> reasons = new ArrayList<>();
    JobFollower.End end =
        new JobFollower(printer)
            .releaseAndFollow(
                job,
                (_, seen) -> {
                  reasons.clear();
                  reasons.addAll(seen);
                  return clock.instant().isBefore(until);
                });
    return switch (end) {
      case JobFollower.End.Printed _ -> new Ending.Printed();
      case JobFollower.End.NotPrinted(int sides) when sides == 0 ->
          new Ending.NotPrinted("PRINTER_NOT_READY", reasons);
      case JobFollower.End.NotPrinted _, JobFollower.End.Lost _ -> new Ending.Unknown(reasons);
    };
  }

  private static Ending notPrinted(PrinterDriver printer, String code) {
    return new Ending.NotPrinted(code, printer.status().reasons());
  }

  /// How a test print ended.
  public sealed interface Ending {
    record Printed() implements Ending {}

    /// A code, and what the printer says is in the way: IPP keywords.
    record NotPrinted(String code, List<String> reasons) implements Ending {
      public NotPrinted {
        reasons = List.copyOf(reasons);
      }
    }

    /// Only a person can see whether it came out, or will once what is in the way is mended.
    record Unknown(List<String> reasons) implements Ending {
      public Unknown {
        reasons = List.copyOf(reasons);
      }
    }
  }
}
