// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.Answers;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.engine.step.Refusal;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.JsonObject;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// The owner's steps of one visit: what is asked of the customer, and what comes back. Thread-safe:
/// it has no lock of its own, since the visit calls it while it holds its own, and is called by it.
final class VisitSteps {
  private final Object lock;
  private final Consumer<AgentMessage> phone;
  private final Shelf.Running workflow;
  private @Nullable Question asked;
  private byte @Nullable [] command;

  /// `lock` is the visit's; `phone` takes messages whether the customer's phone is there or away.
  VisitSteps(Object lock, Consumer<AgentMessage> phone, Shelf.Running workflow) {
    this.lock = lock;
    this.phone = phone;
    this.workflow = workflow;
  }

  /// The workflow that the visit began with.
  Shelf.Running workflow() {
    return workflow;
  }

  /// Whether something has to be answered or waited for before the customer goes on.
  boolean isOpen() {
    synchronized (lock) {
      return asked != null;
    }
  }

  void show(Question question) {
    synchronized (lock) {
      asked = question;
      tell();
    }
  }

  void nothing() {
    synchronized (lock) {
      if (asked != null) {
        asked = null;
        phone.accept(AgentMessage.Step.none());
      }
    }
  }

  /// Tells the phone what is asked now, as when it comes back.
  void tell() {
    synchronized (lock) {
      if (asked == null) {
        phone.accept(AgentMessage.Step.none());
        return;
      }
      phone.accept(StepMessages.step(asked));
      Optional<Refusal> refusal = asked.refusal();
      if (refusal.isPresent() && command != null) {
        phone.accept(StepMessages.refused(asked, command, refusal.get()));
      }
    }
  }

  /// An answer is on its way to its step; one that came before is told what became of it.
  void input(PhoneMessage.StepInput input, Context context, String executionId, Engine engine) {
    synchronized (lock) {
      boolean fits = asked != null && !asked.busy() && asked.step().id().equals(input.step());
      if (!fits) {
        phone.accept(Messages.problem(input.getClass(), "NO_STEP"));
        tell();
        return;
      }
      command = input.command();
    }
    try {
      Answers.give(context, input.step(), new JsonObject(input.input().all()));
    } catch (Context.Full _) {
      phone.accept(Messages.problem(input.getClass(), "CONTEXT_FULL"));
      return;
    }
    String id = "step-" + HexFormat.of().formatHex(input.command());
    if (!engine.signal(executionId, id, Signal.of(AskStep.INPUT))) {
      tell();
    }
  }
}
