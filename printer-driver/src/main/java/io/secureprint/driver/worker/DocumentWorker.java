// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.document.DocumentRefused;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;

/// The process that sees one session's documents in clear: commands come in on standard input, events
/// go out on standard output, and nothing else comes or goes. Its end is the scrub of its memory.
///
/// Every command is answered by exactly one closing event, except [WorkerCommand.ForgetFile] and the
/// opening of a file that is taken back meanwhile, and except where the process itself ends:
///
/// - over its time, the command in hand is refused with `DOCUMENT_TOO_COMPLEX`, then the process ends
///   with code 3;
/// - out of memory, the process ends with code 3 at once. The command in hand is to be taken as
///   refused with `DOCUMENT_TOO_COMPLEX`.
///
/// In both cases the other files are as good as before: a new worker opens them again.
public final class DocumentWorker {
  /// The agent closed the pipe.
  static final int GONE = 0;

  /// As `-XX:+ExitOnOutOfMemoryError` ends.
  static final int TOO_COMPLEX = 3;

  /// Who started this may be busy with a customer who has come, or with opening the shop.
  private static final Duration SOON = Duration.ofSeconds(2);

  /// Deep enough for honest documents; what nests deeper is refused.
  private static final long STACK_BYTES = 8L << 20;

  private final AgentPipe agent;
  private final Watchdog watchdog;
  private final Workbench bench;

  private DocumentWorker(AgentPipe agent, WorkLimits limits) {
    this.agent = agent;
    this.watchdog = new Watchdog(limits, DocumentWorker::processorTime);
    this.bench = new Workbench(agent, watchdog::pageStarted);
  }

  /// Arguments: milliseconds of processor time for a page and for a command.
  public static void main(String[] args) {
    WorkLimits limits =
        new WorkLimits(
            Duration.ofMillis(Long.parseLong(args[0])), Duration.ofMillis(Long.parseLong(args[1])));
    // ImageIO's cache is a file of pixels in clear.
    ImageIO.setUseCache(false);
    AgentPipe agent =
        new AgentPipe(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            () -> Runtime.getRuntime().halt(GONE));
    DocumentWorker worker = new DocumentWorker(agent, limits);
    Thread.ofPlatform().name("work").stackSize(STACK_BYTES).start(worker::work);
  }

  private void work() {
    agent.send(new WorkerEvent.Ready());
    // Keys are read only once nobody can look at this memory.
    MemoryGuard.raise();
    watchdog.watch();
    agent.listen();
    try {
      agent.nextWithin(SOON).ifPresentOrElse(this::answer, this::rehearse);
      while (true) {
        answer(agent.next());
      }
    } catch (InterruptedException _) {
      Runtime.getRuntime().halt(GONE);
    }
  }

  /// Where it fails the first document is slower, or is refused with a reason.
  private void rehearse() {
    watchdog.begin(() -> Runtime.getRuntime().halt(TOO_COMPLEX));
    try {
      DocumentRehearsal.play();
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError _) {
      // nothing of anybody's is lost
    } finally {
      watchdog.end();
    }
    // What it took goes back to the PC until somebody comes.
    System.gc();
  }

  private void answer(WorkerCommand command) {
    watchdog.begin(() -> giveUp(command));
    try {
      bench.work(command);
    } catch (DocumentRefused e) {
      refuse(command, e.refusal());
    } catch (StackOverflowError _) {
      refuse(command, DocumentRefusal.DOCUMENT_TOO_COMPLEX);
    } catch (IOException | RuntimeException _) {
      refuse(command, DocumentRefusal.DOCUMENT_BROKEN);
    } catch (Error _) {
      giveUp(command);
    } finally {
      watchdog.end();
    }
  }

  private void giveUp(WorkerCommand command) {
    refuse(command, DocumentRefusal.DOCUMENT_TOO_COMPLEX);
    Runtime.getRuntime().halt(TOO_COMPLEX);
  }

  private void refuse(WorkerCommand command, DocumentRefusal why) {
    switch (command) {
      case WorkerCommand.OpenFile open -> {
        if (!agent.takenBack(open.file())) {
          agent.send(new WorkerEvent.FileRefused(open.file(), why));
        }
      }
      case WorkerCommand.PlanSheets plan ->
          agent.send(new WorkerEvent.RequestRefused(plan.request(), why));
      case WorkerCommand.DrawSide draw ->
          agent.send(new WorkerEvent.RequestRefused(draw.request(), why));
      case WorkerCommand.PrepareSheets prepare ->
          agent.send(new WorkerEvent.RequestRefused(prepare.request(), why));
      case WorkerCommand.MakeSheets make ->
          agent.send(new WorkerEvent.RequestRefused(make.request(), why));
      case WorkerCommand.MakeTestSheet test ->
          agent.send(new WorkerEvent.RequestRefused(test.request(), why));
      // Neither is answered; a file that cannot be closed is gone all the same.
      case WorkerCommand.ForgetFile _, WorkerCommand.FileChunk _ -> {}
    }
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
