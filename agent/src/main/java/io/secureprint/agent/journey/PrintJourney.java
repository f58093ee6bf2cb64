// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.List;

/// The customer's journey as a workflow: choose, pay, print, and whatever happens, clean up.
public final class PrintJourney {
  static final String CHOOSE = "print.choose";
  static final String PAYMENT = "print.payment";
  static final String PRINT = "print.print";
  static final String CLEANUP = "print.cleanup";

  /// The customer wants to pay a quote.
  static final String PAY = "pay";
  /// The money is there.
  static final String PAID = "paid";

  static final String SHEETS = "sheets";
  static final String PAID_PAISE = "paidPaise";
  static final String NAME = "name";
  /// The version of the price list by which the price was made.
  static final String PRICES = "prices";

  public static final WorkflowDefinition DEFINITION =
      new WorkflowDefinition(
          "print-journey",
          1,
          List.of(
              new StepDefinition("choose", CHOOSE, RetryPolicy.NONE),
              new StepDefinition("payment", PAYMENT, RetryPolicy.NONE),
              new StepDefinition("print", PRINT, RetryPolicy.NONE)),
          new StepDefinition("cleanup", CLEANUP, RetryPolicy.NONE));

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
