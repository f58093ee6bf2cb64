// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Action.Kind;
import io.secureprint.agent.automation.ActionDoer.Result;
import io.secureprint.agent.automation.Run.Progress;
import io.secureprint.agent.automation.Run.State;
import io.secureprint.agent.kernel.Cause;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Does the actions of runs, those of one automation one run after the other. What happens within the
/// shop is written together with how far the run has come: once, whatever crashes. A webhook is sent
/// again after a crash, with the same key.
final class RunWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
  private static final Duration CLAIM = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int TRIES = 6;
  private static final int PAUSE_GROWS = 5;

  private final Ports ports;
  private final InstantSource clock;
  private final Runnable wake;
  /// What this process is at: its own claims do not keep it away, so that it goes on after a crash.
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

  /// `wake` asks for another round.
  RunWorker(Ports ports, InstantSource clock, Runnable wake) {
    this.ports = ports;
    this.clock = clock;
    this.wake = wake;
  }

  /// Does what can be done now, and returns how long to wait if nobody calls before.
  Duration round() {
    Duration rest = POLL;
    boolean more = true;
    while (more) {
      more = false;
      rest = POLL;
      for (Run run : ports.unitOfWork().call(Durability.STEP, ports.runs()::heads)) {
        Duration left = Duration.between(clock.instant(), run.progress().wakeAt());
        if (left.isPositive()) {
          rest = left.compareTo(rest) < 0 ? left : rest;
        } else {
          more |= take(run);
        }
      }
    }
    return rest;
  }

  private boolean take(Run run) {
    Instant now = clock.instant();
    if (underWay.contains(run.id())) {
      return false;
    }
    // Once a message may be out, its key must not be lost.
    Durability sure = next(run).kind() == Kind.WEBHOOK ? Durability.BARRIER : Durability.STEP;
    boolean mine =
        ports.unitOfWork().call(
            sure, () -> ports.runs().claim(run, ports.owner(), now, now.plus(CLAIM)));
    if (!mine || !underWay.add(run.id())) {
      return false;
    }
    if (next(run).kind() != Kind.WEBHOOK) {
      return stepped(run);
    }
    try {
      threads.execute(() -> outside(run));
    } catch (RejectedExecutionException _) {
      underWay.remove(run.id());
      LOG.debug("a webhook waits for the next start");
    }
    return false;
  }

  private void outside(Run run) {
    try {
      var _ = stepped(run);
      wake.run();
    } catch (RuntimeException e) {
      LOG.warn("what came of a webhook of {} is not on record: it goes out again", run.automationId(), e);
    }
  }

  private boolean stepped(Run run) {
    try {
      return step(run);
    } finally {
      underWay.remove(run.id());
    }
  }

  private static Action next(Run run) {
    return run.actions().get(run.progress().done());
  }

  /// Does the next action. False when nothing came of it.
  private boolean step(Run run) {
    try {
      Action action = next(run);
      if (action.kind() == Kind.WEBHOOK) {
        String key = run.id() + "-" + run.progress().done();
        Result result = ports.caller().call(action, key);
        return ports.unitOfWork().call(Durability.STEP, () -> replaced(run, result));
      }
      return ports.unitOfWork().call(Durability.STEP, () -> acted(run, action));
    } catch (RuntimeException e) {
      LOG.warn("an action of {} failed", run.automationId(), e);
      Result later = new Result.Later("INTERNAL", e.getClass().getSimpleName());
      return ports.unitOfWork().call(Durability.STEP, () -> replaced(run, later));
    }
  }

  private boolean acted(Run run, Action action) {
    Result result = Cause.during(run.id(), () -> ports.doer().act(run, action));
    if (!replaced(run, result)) {
      throw new IllegalStateException("somebody else did it");
    }
    return true;
  }

  private boolean replaced(Run run, Result result) {
    Instant now = clock.instant();
    Progress progress = run.progress();
    Progress next =
        switch (result) {
          case Result.Done _ ->
              progress.further(progress.done() + 1 == run.actions().size(), now);
          case Result.Refused(String code, String words) -> progress.failed(code, words, now);
          case Result.Later(String code, String words) ->
              progress.attempts() + 1 < TRIES
                  ? progress.later(code, words, now.plus(pause(progress.attempts())))
                  : progress.failed(code, words, now);
        };
    if (next.state() == State.FAILED) {
      LOG.warn("a run of {} failed: {} {}", run.automationId(), next.code(), next.detail());
    }
    return ports.runs().replace(run, run.at(next));
  }

  private static Duration pause(int attempts) {
    return Duration.ofSeconds((long) Math.pow(PAUSE_GROWS, attempts));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// What the worker needs; `owner` names this agent among those on one database.
  record Ports(
      RunRows runs, UnitOfWork unitOfWork, ActionDoer doer, HookCaller caller, String owner) {}
}
