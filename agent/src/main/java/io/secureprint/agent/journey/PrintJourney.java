// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problem.Category;
import io.secureprint.agent.kernel.Problem.Recovery;
import io.secureprint.agent.kernel.Problem.Severity;

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
  static final Problem PAID_NOT_PRINTED = ask("PAID_NOT_PRINTED", Category.PAYMENT, Severity.HIGH);

  /// The money went back before anything was printed.
  static final Problem REFUNDED_OUTSIDE = ask("REFUNDED_OUTSIDE", Category.PAYMENT, Severity.HIGH);

  /// Nobody can tell what is on paper but a person who looks.
  static final Problem PRINT_IN_DOUBT = ask("PRINT_IN_DOUBT", Category.PRINTER, Severity.HIGH);

  /// The agent died while the customer was choosing; the documents died with it.
  static final Problem AGENT_RESTARTED =
      new Problem("AGENT_RESTARTED", Category.INTERNAL, Severity.LOW, Recovery.END_SESSION);

  static final Problem NOT_PAID =
      new Problem("NOT_PAID", Category.PAYMENT, Severity.CRITICAL, Recovery.END_SESSION);

  static final Problem DESTROY_FAILED =
      new Problem("DESTROY_FAILED", Category.STORAGE, Severity.CRITICAL, Recovery.FAIL_CLOSED);

  private PrintJourney() {}

  private static Problem ask(String code, Category category, Severity severity) {
    return new Problem(code, category, severity, Recovery.ASK);
  }
}
