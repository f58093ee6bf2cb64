// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.PrinterTile.Action;
import io.secureprint.agent.journey.PrinterTile.Job;
import io.secureprint.agent.journey.PrinterTile.Level;
import io.secureprint.agent.journey.PrinterTile.Reason;
import io.secureprint.agent.journey.PrinterTile.State;
import io.secureprint.agent.journey.PrinterTile.Way;
import io.secureprint.agent.kernel.Observable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Printers in memory: what a test sets is what the screens see, and what they ask is written down.
public final class SamplePrinters implements PrinterDesk {
  public static final Job JOB = new Job(SampleShop.NAMES.getFirst(), 7, 12);
  private static final PrinterTile.Abilities LASER =
      new PrinterTile.Abilities("HP LaserJet M404", false, true, List.of("A4", "A5"));

  public final Observable<List<PrinterTile>> printers =
      new Observable<>(List.of(laser(State.READY, List.of(), null)));
  public final List<String> asked = new ArrayList<>();
  public Desk.Answer answer = new Desk.Answer.Done();

  @Override
  public Observable<List<PrinterTile>> printers() {
    return printers;
  }

  @Override
  public Desk.Answer testSheet(String id) {
    asked.add("test " + id);
    return answer;
  }

  @Override
  public Desk.Answer resume(String id) {
    asked.add("resume " + id);
    return answer;
  }

  @Override
  public Desk.Answer lookAgain(String id) {
    asked.add("look " + id);
    return answer;
  }

  public void stand(PrinterTile... tiles) {
    printers.set(List.of(tiles));
  }

  public static PrinterTile laser(
      State state, List<String> codes, @Nullable Job job) {
    return new PrinterTile(
        "ShopLaser", "Front laser", state, reasons(codes.stream()), new Way("cups", null), job, LASER,
        List.of(new Level("Black toner", 62)),
        state == State.STOPPED ? Set.of(Action.RESUME, Action.TEST_SHEET) : Set.of(Action.TEST_SHEET));
  }

  /// One that is silent, and whose queue still holds a customer's job.
  public static PrinterTile ink() {
    return new PrinterTile(
        "ink", "Colour ink", State.SILENT, reasons(Stream.of("PRINTER_UNREACHABLE", "marker-supply-low")),
        new Way("ipp", "DESTROY_SPOOL"), null, null,
        List.of(new Level("Black", 8), new Level("Cyan", 64), new Level("Magenta", 35)),
        Set.of());
  }

  private static List<Reason> reasons(Stream<String> codes) {
    return codes.map(code -> new Reason(code, SampleShop.NOW.minusSeconds(8 * 60))).toList();
  }
}
