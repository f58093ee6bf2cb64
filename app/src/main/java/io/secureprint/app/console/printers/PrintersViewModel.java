// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/// The printers, and what came of what was asked of one of them last.
public final class PrintersViewModel implements AutoCloseable {
  private final PrinterDesk desk;
  private final InstantSource clock;
  private final Background background;
  private final Followed<List<PrinterTile>> printers;
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked("", new Outcome.Nothing()));

  /// An outcome and the printer that it is about.
  record Asked(String printer, Outcome outcome) {}

  /// @param screen where properties may change
  public PrintersViewModel(
      PrinterDesk desk, InstantSource clock, Background background, Executor screen) {
    this.desk = desk;
    this.clock = clock;
    this.background = background;
    this.printers = new Followed<>(desk.printers(), screen);
  }

  ReadOnlyObjectProperty<List<PrinterTile>> printers() {
    return printers.property();
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// One thing at a time: a printer that is asked may take its time.
  void onAsk(PrinterTile printer, Outcome.Wish wish) {
    if (asked.get().outcome() instanceof Outcome.Working) {
      return;
    }
    asked.set(new Asked(printer.id(), new Outcome.Working()));
    background.run(
        () -> ask(printer.id(), wish),
        answer -> asked.set(new Asked(printer.id(), outcome(answer, wish))),
        () -> asked.set(new Asked(printer.id(), new Outcome.Refused("INTERNAL"))));
  }

  @Override
  public void close() {
    printers.close();
  }

  private Desk.Answer ask(String id, Outcome.Wish wish) {
    return switch (wish) {
      case LOOK -> desk.lookAgain(id);
      case RESUME -> desk.resume(id);
      case TEST_SHEET -> desk.testSheet(id);
    };
  }

  private static Outcome outcome(Desk.Answer answer, Outcome.Wish wish) {
    return switch (answer) {
      case Desk.Answer.Done() -> new Outcome.Done(wish);
      case Desk.Answer.Refused(String code) -> new Outcome.Refused(code);
    };
  }
}
