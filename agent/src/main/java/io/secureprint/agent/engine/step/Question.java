// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.Words;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepText;

import java.util.List;
import java.util.Optional;

/// What a person is asked, or what is waited for: the step, the data its texts name, and why the last
/// answer was not taken.
public record Question(
    String executionId,
    StepOrders orders,
    JsonObject data,
    boolean busy,
    Optional<Refusal> refusal) {

  public WorkflowStep step() {
    return orders.step();
  }

  public StepText title() {
    return step().title().in(data);
  }

  /// The fields of a form.
  public List<StepField> fields() {
    return step().config() instanceof StepConfig.Form form ? form.asked(data) : List.of();
  }

  public Optional<StepText> message() {
    Optional<Words> words =
        switch (step().config()) {
          case StepConfig.Form form -> form.message();
          case StepConfig.Info info -> Optional.of(info.message());
          case StepConfig.Confirmation confirmation -> Optional.of(confirmation.message());
          case StepConfig.Approval approval -> Optional.of(approval.question());
          case StepConfig.Validation _, StepConfig.ApiCall _, StepConfig.Card _, StepConfig.Wait _,
              StepConfig.Parallel _, StepConfig.Switch _, StepConfig.Print _ -> Optional.empty();
        };
    return words.map(each -> each.in(data));
  }
}
