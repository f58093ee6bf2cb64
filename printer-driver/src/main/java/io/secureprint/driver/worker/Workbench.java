// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.StreamKey;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.document.DocumentOpener;
import io.secureprint.driver.document.DocumentRefused;
import io.secureprint.driver.document.OpenOutcome;
import io.secureprint.driver.document.SafeDocument;
import io.secureprint.driver.document.SealedFile;
import io.secureprint.driver.sheet.GreyWork;
import io.secureprint.driver.sheet.PlanOutcome;
import io.secureprint.driver.sheet.SheetComposer;
import io.secureprint.driver.sheet.SheetPlanner;
import io.secureprint.driver.sheet.SidePicture;
import io.secureprint.driver.sheet.TestSheet;

import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The open files of one session, the last plan, and what is done with them. For one thread.
final class Workbench {
  private final AgentLine agent;
  private final Runnable pageStarted;
  private final Map<Integer, SafeDocument> open = new HashMap<>();
  private final SheetShelf shelf = new SheetShelf();
  private @Nullable SheetPlan plan;

  Workbench(AgentLine agent, Runnable pageStarted) {
    this.agent = agent;
    this.pageStarted = pageStarted;
  }

  /// Does one command and answers it.
  ///
  /// @throws IOException if a document cannot be read or written
  /// @throws DocumentRefused if it is against a limit
  void work(WorkerCommand command) throws IOException {
    switch (command) {
      case WorkerCommand.OpenFile file -> open(file);
      case WorkerCommand.ForgetFile(int file) -> forget(file);
      case WorkerCommand.PlanSheets(int request, PrintOptions options) -> plan(request, options);
      case WorkerCommand.DrawSide draw -> draw(draw);
      case WorkerCommand.PrepareSheets prepare -> prepare(prepare);
      case WorkerCommand.MakeSheets make -> make(make);
      case WorkerCommand.MakeTestSheet test -> make(test);
      case WorkerCommand.FileChunk _ -> throw new IllegalStateException("a chunk is no command");
    }
  }

  private void open(WorkerCommand.OpenFile command) throws IOException {
    int number = command.file();
    forget(number);
    SealedFile file =
        new SealedFile(
            command.size(), command.segments(), chunk -> agent.fetch(number, chunk));
    OpenOutcome outcome = new DocumentOpener(pageStarted).open(file, command.password());
    if (outcome instanceof OpenOutcome.Opened(SafeDocument document)) {
      open.put(number, document);
    }
    if (!agent.takenBack(number)) {
      agent.send(event(number, outcome));
    }
  }

  private static WorkerEvent event(int file, OpenOutcome outcome) {
    return switch (outcome) {
      case OpenOutcome.Opened(SafeDocument document) ->
          new WorkerEvent.FileOpened(file, document.facts());
      case OpenOutcome.Damaged(int chunk) -> new WorkerEvent.FileDamaged(file, chunk);
      case OpenOutcome.Refused(DocumentRefusal refusal) ->
          new WorkerEvent.FileRefused(file, refusal);
    };
  }

  private void forget(int file) throws IOException {
    shelf.clear();
    @Nullable SafeDocument forgotten = open.remove(file);
    if (forgotten != null) {
      forgotten.close();
    }
  }

  private void plan(int request, PrintOptions options) {
    Map<Integer, DocumentFacts> facts =
        open.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().facts()));
    agent.send(
        switch (SheetPlanner.plan(options, facts)) {
          case PlanOutcome.Planned(SheetPlan planned)
              when !planned.layout().colour() && !GreyWork.possible(planned, open) ->
              new WorkerEvent.RequestRefused(request, DocumentRefusal.GREYSCALE_IMPOSSIBLE);
          case PlanOutcome.Planned(SheetPlan planned) -> {
            plan = planned;
            yield new WorkerEvent.SheetsPlanned(request, planned);
          }
          case PlanOutcome.Refused(DocumentRefusal refusal) ->
              new WorkerEvent.RequestRefused(request, refusal);
        });
  }

  private void draw(WorkerCommand.DrawSide command) throws IOException {
    SheetPlan from = ready(plan);
    if (command.side() >= from.oneCopy().size()) {
      throw new DocumentRefused(DocumentRefusal.REQUEST_UNKNOWN);
    }
    try (PDDocument sheet = composer().side(from, command.side());
        RandomAccessReadBuffer jpeg =
            new RandomAccessReadBuffer(SidePicture.draw(sheet, 0, command.widthPx()))) {
      new SealedSender(agent).send(command.request(), command.sealWith(), jpeg);
    }
  }

  private void prepare(WorkerCommand.PrepareSheets command) throws IOException {
    SheetPlan from = ready(command.plan());
    try (PDDocument sheets = composer().compose(from)) {
      shelf.put(from, saved(sheets));
    }
    agent.send(new WorkerEvent.SheetsKept(command.request()));
  }

  private void make(WorkerCommand.MakeSheets command) throws IOException {
    SheetPlan from = ready(command.plan());
    Optional<RandomAccessReadWriteBuffer> kept = shelf.take(from);
    if (kept.isPresent()) {
      try (RandomAccessReadWriteBuffer pdf = kept.get()) {
        new SealedSender(agent).send(command.request(), command.sealWith(), pdf);
      }
      return;
    }
    try (PDDocument sheets = composer().compose(from)) {
      send(command.request(), command.sealWith(), sheets);
    }
  }

  private void make(WorkerCommand.MakeTestSheet command) throws IOException {
    try (PDDocument sheet = TestSheet.draw(command.paper(), command.printer(), command.date())) {
      send(command.request(), command.sealWith(), sheet);
    }
  }

  private void send(int request, StreamKey key, PDDocument sheets) throws IOException {
    try (RandomAccessReadWriteBuffer pdf = saved(sheets)) {
      new SealedSender(agent).send(request, key, pdf);
    }
  }

  private static RandomAccessReadWriteBuffer saved(PDDocument sheets) throws IOException {
    RandomAccessReadWriteBuffer pdf = new RandomAccessReadWriteBuffer(1 << 16);
    sheets.save(new RandomAccessOutputStream(pdf), CompressParameters.NO_COMPRESSION);
    return pdf;
  }

  private SheetComposer composer() {
    return new SheetComposer(open, pageStarted);
  }

  private SheetPlan ready(@Nullable SheetPlan wanted) {
    if (wanted == null
        || !wanted.oneCopy().stream().flatMap(side -> side.pages().stream()).allMatch(this::there)) {
      throw new DocumentRefused(DocumentRefusal.REQUEST_UNKNOWN);
    }
    return wanted;
  }

  private boolean there(PlacedPage page) {
    SafeDocument document = open.get(page.file());
    return document != null && page.page() <= document.facts().pages().size();
  }
}
