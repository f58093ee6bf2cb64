// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.Run;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.kernel.Lifecycle;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.Refund;
import io.secureprint.agent.session.FileStatus;
import io.secureprint.agent.session.SessionState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

/// `docs/lifecycles.md` shows the moves that the program allows, and no others.
final class LifecyclesTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "lifecycles.md");
  private static final Path FRESH = Path.of("target", "lifecycles.md");

  @Test
  void theDiagramsAreDrawnFromTheTables() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Lifecycles

            Made from the program's own tables of moves by `LifecyclesTest`: a move that is not here is
            refused.
            """);
    all().forEach((title, lifecycle) ->
        text.append("\n## ").append(title).append("\n\n```mermaid\n")
            .append(lifecycle.mermaid()).append("```\n"));
    Files.writeString(FRESH, text);

    assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
        .as("cp agent/target/lifecycles.md docs/lifecycles.md")
        .isEqualTo(text.toString());
  }

  private static Map<String, Lifecycle<?>> all() {
    Map<String, Lifecycle<?>> all = new LinkedHashMap<>();
    all.put("A session", SessionState.LIFECYCLE);
    all.put("A file of a session", FileStatus.LIFECYCLE);
    all.put("A payment that is asked for", IntentState.LIFECYCLE);
    all.put("A refund", Refund.State.LIFECYCLE);
    all.put("A workflow", ExecutionStatus.LIFECYCLE);
    all.put("What a step does outside", EffectState.LIFECYCLE);
    all.put("A task", TaskState.LIFECYCLE);
    all.put("An action plan", ActionPlanState.LIFECYCLE);
    all.put("The promise for a task", ClockState.LIFECYCLE);
    all.put("An event that could not be brought to somebody", DeadLetter.State.LIFECYCLE);
    all.put("The run of an automation", Run.State.LIFECYCLE);
    all.put("An alert", Alert.State.LIFECYCLE);
    return all;
  }
}
