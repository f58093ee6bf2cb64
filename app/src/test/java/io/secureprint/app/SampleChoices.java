// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.agent.printing.PrinterChoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Printers in memory: what a test sets is found, and what it says comes of trying one.
public final class SampleChoices implements PrinterChoices {
  public static final PrinterChoice LASER =
      new PrinterChoice(
          "Brother HL-L2350DW",
          "ipp://192.168.1.40/ipp/print",
          false,
          Map.of(
              "printer.kind", "ipp",
              "printer.uri", "ipp://192.168.1.40/ipp/print",
              "printer.keepsCopy", "false",
              "printer.test", "false"));
  public static final PrinterChoice FOLDER =
      new PrinterChoice(
          "PDF",
          "/home/shop/SecurePrint",
          true,
          Map.of(
              "printer.kind", "folder",
              "printer.folder", "/home/shop/SecurePrint",
              "printer.keepsCopy", "true",
              "printer.test", "false"));

  public final Observable<List<PrinterChoice>> found = new Observable<>(List.of(LASER, FOLDER));
  public final List<PrinterChoice> tried = new ArrayList<>();
  public Trial trial = new Trial.SheetSent();

  /// Whoever looks, or tries one, waits for ever.
  public boolean slow;

  @Override
  public Observable<List<PrinterChoice>> found() {
    return found;
  }

  /// Everything without a space is a queue.
  @Override
  public Added add(String typed) {
    if (typed.contains(" ")) {
      return new Added.Refused("ADDRESS_WRONG");
    }
    PrinterChoice known =
        found.get().stream()
            .filter(choice -> choice.where().equals(typed))
            .findFirst()
            .orElseGet(() -> queue(typed));
    if (!found.get().contains(known)) {
      List<PrinterChoice> next = new ArrayList<>(found.get());
      next.addFirst(known);
      found.set(List.copyOf(next));
    }
    return new Added.Known(known);
  }

  @Override
  public Trial testSheet(PrinterChoice choice) {
    tried.add(choice);
    return trial;
  }

  @Override
  public void look() {}

  @Override
  public Optional<PrinterChoice> of(Map<String, String> settings) {
    String kind = settings.getOrDefault("printer.kind", "");
    String named =
        settings.getOrDefault("printer." + (kind.equals("cups") ? "queue" : kind.equals("ipp") ? "uri" : "folder"), "");
    return named.isEmpty() ? Optional.empty() : Optional.of(((Added.Known) add(named)).choice());
  }

  private static PrinterChoice queue(String name) {
    return new PrinterChoice(
        name,
        "CUPS",
        false,
        Map.of(
            "printer.kind", "cups",
            "printer.queue", name,
            "printer.keepsCopy", "false",
            "printer.test", "false"));
  }
}
