// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.api.graphql.Executions;
import io.secureprint.agent.api.graphql.Executions.Answer;
import io.secureprint.agent.api.graphql.Executions.StepResult;
import io.secureprint.agent.api.graphql.Executions.Timing;
import io.secureprint.agent.api.graphql.Patience;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A program that runs workflows of a shop, with a minute's patience or with none.
record ShopsProgram(Executions executions) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  String start(String workflow) {
    Executions.Start start = new Executions.Start(workflow, "counter", Map.of());
    return ((Answer.Done<Executions.Execution>) executions.start(by(MINUTE, null), start)).value().id();
  }

  /// Waits for what comes of it.
  StepResult step(String id, String step) {
    return step(id, step, Map.of(), null);
  }

  StepResult step(
      String id, String step, Map<String, @Nullable Object> input, @Nullable String command) {
    return done(by(MINUTE, command), after(id, step, input));
  }

  /// The part of it that comes before the step itself.
  StepResult before(String id, String step) {
    return done(by(MINUTE, null), new Executions.StepInput(id, step, Map.of(), Timing.BEFORE_STEP));
  }

  /// Does not wait for what comes of it.
  StepResult hasty(String id, String step, @Nullable String command) {
    return done(by(Duration.ZERO, command), after(id, step, Map.of()));
  }

  Executions.Execution execution(String id) {
    return executions.find("mine", id).orElseThrow();
  }

  Executions.Completion complete(String id) {
    return ((Answer.Done<Executions.Completion>) executions.complete(by(MINUTE, null), id)).value();
  }

  /// Its answer, whatever it is.
  Answer<StepResult> ask(String id, String step) {
    return executions.executeStep(by(MINUTE, null), after(id, step, Map.of()));
  }

  private static Executions.StepInput after(
      String id, String step, Map<String, @Nullable Object> input) {
    return new Executions.StepInput(id, step, input, Timing.AFTER_STEP);
  }

  private StepResult done(Executions.By by, Executions.StepInput input) {
    return ((Answer.Done<StepResult>) executions.executeStep(by, input)).value();
  }

  private static Executions.By by(Duration patience, @Nullable String command) {
    return new Executions.By("mine", command, "", Patience.of(patience));
  }
}
