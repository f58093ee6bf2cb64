// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.step.Audience;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.pricing.Discount;

import java.util.Optional;

/// What the owner's workflow asks of customers, and what it gives them. An execution without a customer
/// has nobody to show anything to.
final class OwnerSteps implements Audience {
  private static final int MOST_PERCENT = 99;

  private final VisitBook book;
  private final Cel cel;

  OwnerSteps(VisitBook book, Cel cel) {
    this.book = book;
    this.cel = cel;
  }

  @Override
  public void show(Question question) {
    book.find(question.executionId()).ifPresent(visit -> visit.steps().show(question));
  }

  @Override
  public void nothing(String executionId) {
    book.find(executionId).ifPresent(visit -> visit.steps().nothing());
  }

  /// What the customer pays less, by what the steps have found out.
  Optional<Discount> discount(Visit visit) {
    Optional<Workflow.Discount> offered = visit.steps().workflow().workflow().discount();
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    JsonObject known = new ExecutionData(visit.session().context()).all();
    if (!cel.holds(offered.get().condition(), known)) {
      return Optional.empty();
    }
    StepText name = offered.get().label().in(known);
    int percent = percent(offered.get().percent(), known);
    return percent < 1 || percent > MOST_PERCENT
        ? Optional.empty()
        : Optional.of(Discount.named(name.en(), percent));
  }

  private static int percent(Workflow.Percent percent, JsonObject known) {
    return switch (percent) {
      case Workflow.Percent.Fixed(int value) -> value;
      case Workflow.Percent.Found(var path) ->
          path.in(known).map(found -> found instanceof Number number ? number.intValue() : 0).orElse(0);
    };
  }
}
