// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.demo;

import io.secureprint.agent.practice.CustomerReport;
import io.secureprint.agent.practice.DemoReport;
import io.secureprint.agent.practice.Figures;
import io.secureprint.agent.practice.Moment;
import io.secureprint.agent.practice.Person;
import io.secureprint.agent.practice.Scene;
import io.secureprint.agent.practice.Told;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells a demonstration line by line as it happens, and what it came to in the end.
final class Narrator implements Consumer<Told> {
  private final PrintStream to;
  private final DemoWords words;
  private int scenes;

  Narrator(PrintStream to, DemoWords words) {
    this.to = to;
    this.words = words;
  }

  @Override
  public void accept(Told told) {
    if (told.what() == Moment.SCENE && told.with().getFirst() instanceof Scene scene) {
      scenes++;
      to.println();
      to.println(scenes + ". " + words.title(scene));
      return;
    }
    Person who = told.who();
    String text = words.of(told.what(), told.with().toArray());
    line(told.at(), who == null ? text : words.text("told", words.name(who), text));
  }

  private void line(Duration at, String text) {
    to.println(String.format(Locale.ROOT, "%7.2f s  %s", at.toMillis() / 1e3, text));
  }

  /// The figures, the receipts, and whether all is well.
  void sumUp(DemoReport report) {
    figures(report.figures());
    to.println();
    to.println(words.text("receipts"));
    report.customers().forEach(this::receipt);
    to.println();
    if (report.kept() != null) {
      to.println(words.text("kept", report.kept()));
    }
    if (report.printerWhy() != null) {
      to.println(words.text("verdict.printer"));
    }
    to.println(words.text(report.ok() ? "verdict.ok" : "verdict.bad", report.durationMs() / 1e3));
  }

  private void figures(Figures figures) {
    to.println();
    to.println(
        words.text("figures", figures.successRate(), figures.printed(), figures.customers()));
    for (Figures.StageFigures stage : figures.stages()) {
      String name = words.text("stage." + stage.stage());
      to.println(
          String.format(
              Locale.ROOT, "  p50 %5d ms   p95 %5d ms   %s", stage.p50Ms(), stage.p95Ms(), name));
    }
    for (Figures.ErrorCount error : figures.errors()) {
      to.println("  " + error.count() + " × " + error.code());
    }
  }

  private void receipt(CustomerReport customer) {
    String mark = customer.ok() ? "✓" : "✗";
    to.println(
        "  " + mark + " "
            + words.text(
                "receipt." + verdict(customer.receipt()),
                name(customer),
                words.text("ended." + ended(customer))));
    if (!customer.ok() && customer.why() != null) {
      to.println("      " + customer.why());
    }
  }

  private static String verdict(CustomerReport.@Nullable Receipt receipt) {
    if (receipt == null) {
      return "none";
    }
    if (!receipt.verified()) {
      return "bad";
    }
    return receipt.complete() ? "good" : "incomplete";
  }

  private String name(CustomerReport customer) {
    return Arrays.stream(Person.values())
        .filter(person -> person.code().equals(customer.customer()))
        .map(words::name)
        .findFirst()
        .orElse(customer.customer());
  }

  private String ended(CustomerReport customer) {
    return switch (customer.ended()) {
      case "printed", "gone", "skipped", "lost" -> customer.ended();
      default -> "otherwise";
    };
  }
}
