// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the phone is told of the owner's steps, by whichever thread.
final class VisitStepsTest {
  private final Object visit = new Object();
  private final List<Boolean> locked = new ArrayList<>();
  private VisitSteps steps;

  @BeforeEach
  void visit() throws IOException {
    steps =
        new VisitSteps(
            visit,
            _ -> locked.add(Thread.holdsLock(visit) && !Thread.holdsLock(steps)),
            studentDiscount());
  }

  /// A phone that comes back is told of the step while the visit is locked, and the engine shows the next
  /// step meanwhile: with a second lock each would wait for the other for ever.
  @Test
  void thePhoneIsToldUnderTheVisitsLockAndNoOther() {
    steps.tell();
    steps.show(question(steps.workflow().definition()));
    steps.nothing();
    assertThat(locked).containsExactly(true, true, true);
  }

  private static Question question(WorkflowDefinition definition) {
    JsonObject settings = definition.steps().get(definition.index("student")).settings();
    return new Question(
        "execution", StepOrders.of(settings), JsonObject.EMPTY, false, Optional.empty());
  }

  private static Shelf.Running studentDiscount() throws IOException {
    try (InputStream in = VisitStepsTest.class.getResourceAsStream("/workflows/student-discount.json")) {
      JsonObject text = JsonObject.parse(Objects.requireNonNull(in).readAllBytes());
      Workflow workflow = WorkflowReader.read(text).workflow();
      return new Shelf.Running(
          Shelf.PRINT, 1, workflow, Compiler.compile(workflow, Shelf.PRINT, 1));
    }
  }
}
