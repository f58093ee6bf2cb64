// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import dev.cel.runtime.CelEvaluationException;

import io.secureprint.agent.automation.Action.Kind;
import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Definition.Pace;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Tally;
import io.secureprint.agent.kernel.UnitOfWork;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks at something with an automation, and writes down what it made of it, together with the run that
/// follows. All of it joins the running unit of work.
final class Judge {
  /// Runs that may lead to each other.
  static final int DEEPEST = 5;

  private final RunRows runs;
  private final UnitOfWork unitOfWork;
  private final Tally evaluations =
      new Tally("automation_trigger_evaluations_total", "trigger_id", "outcome");
  private final Ids ids;
  private final InstantSource clock;
  private final Runnable whenRun;

  /// `whenRun` is called after a commit that made a run.
  Judge(RunRows runs, UnitOfWork unitOfWork, Ids ids, InstantSource clock, Runnable whenRun) {
    this.runs = runs;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.whenRun = whenRun;
  }

  Tally evaluations() {
    return evaluations;
  }

  Evaluation judge(LiveAutomation automation, Stimulus stimulus) {
    if (!automation.stored().enabled()) {
      return written(automation, stimulus, new Why(Why.Code.OFF, ""), null);
    }
    Checked checked = automation.checked().orElse(null);
    if (checked == null) {
      return written(automation, stimulus, new Why(Why.Code.UNREADABLE, ""), null);
    }
    Why why = why(checked, stimulus);
    if (why.outcome() != Why.Outcome.FIRED) {
      return written(automation, stimulus, why, null);
    }
    try {
      Run run = run(checked, stimulus);
      runs.insert(run);
      unitOfWork.afterCommit(whenRun);
      return written(automation, stimulus, why, run.id());
    } catch (CelEvaluationException e) {
      Why failed = new Why(Why.Code.TEMPLATE_FAILED, e.getErrorCode().name());
      return written(automation, stimulus, failed, null);
    }
  }

  /// Nothing was looked at, and this is why.
  Evaluation passed(LiveAutomation automation, Why why) {
    return written(automation, new Stimulus(0, 0, "", Map.of()), why, null);
  }

  private Why why(Checked checked, Stimulus stimulus) {
    Definition definition = checked.definition();
    if (stimulus.depth() > DEEPEST) {
      return new Why(Why.Code.LOOP, DEEPEST + " runs in a row led to this one");
    }
    Why why = checked.ask(stimulus.values());
    if (why.outcome() != Why.Outcome.FIRED) {
      return why;
    }
    Pace pace = definition.pace();
    int unfinished = runs.unfinished(definition.id());
    if (pace.mode() == Mode.SINGLE && unfinished > 0) {
      return new Why(Why.Code.STILL_BUSY, "");
    }
    return unfinished >= pace.most() ? new Why(Why.Code.LINE_FULL, unfinished + " runs") : why;
  }

  private Run run(Checked checked, Stimulus stimulus) throws CelEvaluationException {
    Instant now = clock.instant();
    List<Action> filled = new ArrayList<>();
    for (Action action : checked.fill(stimulus.values())) {
      filled.add(
          action.kind() == Kind.WEBHOOK ? withBody(action, checked.definition(), stimulus) : action);
    }
    String correlation =
        stimulus.correlationId().isEmpty() ? ids.hex128() : stimulus.correlationId();
    return new Run(
        ids.hex128(),
        checked.definition().id(),
        correlation,
        stimulus.depth(),
        filled,
        Run.Progress.begun(now),
        now);
  }

  private static Action withBody(Action action, Definition definition, Stimulus stimulus) {
    Map<String, Object> body = new HashMap<>();
    body.put("automation", definition.id());
    body.put("text", action.field("text"));
    if (stimulus.values().get("event") instanceof Map<?, ?> event) {
      Map<String, String> told = new HashMap<>();
      event.forEach((name, value) -> told.put(name.toString(), value.toString()));
      body.put("event", told);
    }
    return new Action(action.kind(), Map.of("url", action.field("url"), "body", HookBody.write(body)));
  }

  private Evaluation written(
      LiveAutomation automation, Stimulus stimulus, Why why, @Nullable String runId) {
    Evaluation made =
        new Evaluation(
            0, automation.id(), automation.stored().version().number(), stimulus.eventSeq(), why,
            runId, clock.instant());
    runs.insert(made);
    String outcome = why.outcome().name().toLowerCase(Locale.ROOT);
    unitOfWork.afterCommit(() -> evaluations.count(automation.id(), outcome));
    return made;
  }
}
