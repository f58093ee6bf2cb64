// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.printing.TestPrint;
import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.PrinterStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The shop's printer behind the [PrinterDesk]. It is looked at every few seconds, and its job is
/// told as the sessions move. Thread-safe.
public final class ShopPrinters implements PrinterDesk, AutoCloseable {
  private static final String UNREACHABLE = "PRINTER_UNREACHABLE";
  private static final Duration TEST_WITHIN = Duration.ofMinutes(2);
  private static final Set<String> PAUSED = Set.of("paused", "moving-to-paused");

  private final House house;
  private final String name;
  private final TestPrint testPrint;
  private final Observable<List<PrinterTile>> printers;
  private final Observable.Subscription following;
  private final Map<String, Instant> since = new HashMap<>();
  private PrinterTile.@Nullable Job job;

  /// `name` is the printer's, as the shop knows it.
  public ShopPrinters(House house, Visits visits, String name, TestPrint testPrint) {
    this.house = house;
    this.name = name;
    this.testPrint = testPrint;
    this.printers = new Observable<>(List.of());
    this.following = visits.book().tiles().observe(this::serves);
  }

  @Override
  public Observable<List<PrinterTile>> printers() {
    return printers;
  }

  /// One that does not answer would only be waited for.
  @Override
  public Desk.Answer testSheet(String id) {
    if (look().state() == PrinterStatus.State.UNREACHABLE) {
      return new Desk.Answer.Refused(UNREACHABLE);
    }
    return switch (testPrint.print(house.printer(), name, TEST_WITHIN)) {
      case TestPrint.Ending.Printed() -> new Desk.Answer.Done();
      case TestPrint.Ending.NotPrinted(String code, List<String> reasons) ->
          new Desk.Answer.Refused(
              reasons.stream()
                  .map(Problems::plain)
                  .filter(reason -> Problems.find(reason).isPresent())
                  .findFirst()
                  .orElse(code));
      case TestPrint.Ending.Unknown _ -> new Desk.Answer.Refused("PRINTER_SILENT");
    };
  }

  @Override
  public Desk.Answer resume(String id) {
    return switch (house.printer().resume()) {
      case Answer.Got<PrinterStatus>(PrinterStatus status) -> {
        saw(status, abilities(status));
        yield new Desk.Answer.Done();
      }
      case Answer.Refused<PrinterStatus>(String code, _) -> new Desk.Answer.Refused(code);
      case Answer.Silent<PrinterStatus> _ -> new Desk.Answer.Refused(UNREACHABLE);
    };
  }

  @Override
  public Desk.Answer lookAgain(String id) {
    PrinterStatus seen = look();
    return seen.state() == PrinterStatus.State.UNREACHABLE
        ? new Desk.Answer.Refused(UNREACHABLE)
        : new Desk.Answer.Done();
  }

  /// Asks the printer, which may take its time, and tells what it said.
  PrinterStatus look() {
    PrinterStatus seen = house.printer().status();
    saw(seen, abilities(seen));
    return seen;
  }

  @Override
  public void close() {
    following.close();
  }

  /// Why it does not print, or soon will not; the most plain reason first.
  static Set<String> codes(PrinterStatus seen) {
    Set<String> codes = new LinkedHashSet<>();
    if (seen.state() == PrinterStatus.State.UNREACHABLE) {
      codes.add(UNREACHABLE);
    }
    seen.reasons().stream()
        .filter(reason -> !reason.endsWith("-report") && !reason.startsWith("cups-"))
        .map(Problems::plain)
        .forEach(codes::add);
    boolean told = codes.stream().anyMatch(code -> Problems.find(code).isPresent());
    if (seen.state() == PrinterStatus.State.STOPPED && !told) {
      codes.add("PRINTER_STOPPED");
    }
    return codes;
  }

  private synchronized void saw(
      PrinterStatus seen, PrinterTile.@Nullable Abilities abilities) {
    Set<String> codes = codes(seen);
    since.keySet().retainAll(codes);
    show(
        new PrinterTile(
            name,
            name,
            state(seen.state()),
            codes.stream().map(this::reason).toList(),
            new PrinterTile.Way(
                house.printer().path(), house.lane().isOpen() ? null : Destroyed.SPOOL),
            job,
            abilities,
            seen.supplies().stream()
                .map(supply -> new PrinterTile.Level(supply.name(), supply.percent()))
                .toList(),
            actions(seen)));
  }

  private PrinterTile.Reason reason(String code) {
    return new PrinterTile.Reason(
        code, since.computeIfAbsent(code, _ -> house.clock().instant()));
  }

  /// A job under way is told at once; everything else waits for the next look.
  private synchronized void serves(List<SessionTile> tiles) {
    Optional<PrinterTile.Job> next =
        tiles.stream()
            .filter(tile -> tile.stage() == Stage.PRINTING && tile.sidesTotal() > 0)
            .findFirst()
            .map(
                tile ->
                    new PrinterTile.Job(tile.name(), tile.sidesDone(), tile.sidesTotal()));
    job = next.orElse(null);
    change(tile -> with(tile, job));
  }

  private void change(UnaryOperator<PrinterTile> how) {
    printers.get().stream().findFirst().map(how).ifPresent(this::show);
  }

  private void show(PrinterTile tile) {
    if (!printers.get().equals(List.of(tile))) {
      printers.set(List.of(tile));
    }
  }

  private static PrinterTile with(PrinterTile tile, PrinterTile.@Nullable Job job) {
    return new PrinterTile(
        tile.id(), tile.name(), tile.state(), tile.reasons(), tile.way(), job, tile.abilities(),
        tile.supplies(), tile.actions());
  }

  /// As far as the printer has told; one that does not answer is not asked for more.
  private PrinterTile.@Nullable Abilities abilities(PrinterStatus seen) {
    return seen.state() != PrinterStatus.State.UNREACHABLE
            && house.printer().capabilities() instanceof Answer.Got<Capabilities>(Capabilities can)
        ? new PrinterTile.Abilities(
            can.model(),
            can.colour(),
            can.duplex(),
            can.papers().stream().sorted().map(ShopPrinters::name).toList())
        : null;
  }

  private static String name(Paper paper) {
    return switch (paper) {
      case A3, A4, A5 -> paper.name();
      case LETTER -> "Letter";
      case LEGAL -> "Legal";
    };
  }

  /// A sheet to see how it prints is for a printer that could print one.
  private static Set<PrinterTile.Action> actions(PrinterStatus seen) {
    if (seen.state() == PrinterStatus.State.UNREACHABLE) {
      return Set.of();
    }
    return mayResume(seen)
        ? Set.of(PrinterTile.Action.RESUME, PrinterTile.Action.TEST_SHEET)
        : Set.of(PrinterTile.Action.TEST_SHEET);
  }

  private static boolean mayResume(PrinterStatus seen) {
    boolean asks =
        codes(seen).stream().anyMatch(PAUSED::contains)
            || seen.state() == PrinterStatus.State.STOPPED;
    return seen.state() != PrinterStatus.State.UNREACHABLE && (asks || !seen.accepting());
  }

  private static PrinterTile.State state(PrinterStatus.State state) {
    return switch (state) {
      case IDLE -> PrinterTile.State.READY;
      case PROCESSING -> PrinterTile.State.PRINTING;
      case STOPPED -> PrinterTile.State.STOPPED;
      case UNREACHABLE -> PrinterTile.State.SILENT;
    };
  }
}
