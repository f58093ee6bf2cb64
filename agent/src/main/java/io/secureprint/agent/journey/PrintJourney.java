// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The customer's journey as a workflow: choose, pay, print, and whatever happens, clean up.
public final class PrintJourney {
  static final String CHOOSE = Compiler.PRINT_OPTIONS;
  static final String PAYMENT = Compiler.PRINT_PAYMENT;
  static final String PRINT = Compiler.PRINT_OUTPUT;
  static final String CLEANUP = Compiler.CLEANUP;

  /// The customer wants to pay a quote.
  static final String PAY = "pay";
  /// The money is there.
  static final String PAID = "paid";

  static final String SHEETS = "sheets";
  static final String PAID_PAISE = "paidPaise";
  static final String NAME = "name";
  /// The version of the price list by which the price was made.
  static final String PRICES = "prices";

  /// The workflow that a shop begins with: nothing but the print steps.
  public static JsonObject first() {
    try (InputStream in = PrintJourney.class.getResourceAsStream("print-journey.json")) {
      return JsonObject.parse(Objects.requireNonNull(in, "print-journey.json").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("print-journey.json", e);
    }
  }

  /// Paid, and nothing is on paper: the shop owes the customer.
  static final Problem PAID_NOT_PRINTED = Problems.of("PAID_NOT_PRINTED");

  /// The money went back before anything was printed.
  static final Problem REFUNDED_OUTSIDE = Problems.of("REFUNDED_OUTSIDE");

  /// Nobody can tell what is on paper but a person who looks.
  static final Problem PRINT_IN_DOUBT = Problems.of("PRINT_IN_DOUBT");

  /// The agent died while the customer was choosing; the documents died with it.
  static final Problem AGENT_RESTARTED = Problems.of("AGENT_RESTARTED");

  static final Problem NOT_PAID = Problems.of("NOT_PAID");

  static final Problem DESTROY_FAILED = Problems.of("DESTROY_FAILED");

  private PrintJourney() {}
}
