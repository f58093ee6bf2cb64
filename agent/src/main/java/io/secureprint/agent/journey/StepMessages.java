// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.Words;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.engine.step.Refusal;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.StepKind;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The owner's questions in the words of the wire.
final class StepMessages {
  private StepMessages() {}

  static AgentMessage.Step step(Question question) {
    StepConfig config = question.step().config();
    StepKind kind = question.busy() ? StepKind.WAIT : kind(config);
    return new AgentMessage.Step(
        question.step().id(),
        kind,
        question.title(),
        question.message().filter(text -> !text.en().isEmpty()).orElse(null),
        button(config, question.data()),
        decline(config, question.data()),
        kind == StepKind.FORM ? question.fields() : List.of(),
        kind == StepKind.FORM ? values(question) : null,
        Math.min(question.orders().at(), question.orders().of()),
        question.orders().of(),
        null);
  }

  static AgentMessage.StepRefused refused(Question question, byte[] command, Refusal refusal) {
    boolean silent = refusal.message().en().isEmpty();
    return new AgentMessage.StepRefused(
        question.step().id(), command, silent ? null : refusal.message(), refusal.errors());
  }

  private static StepKind kind(StepConfig config) {
    return switch (config) {
      case StepConfig.Form _ -> StepKind.FORM;
      case StepConfig.Info _ -> StepKind.INFO;
      case StepConfig.Confirmation _ -> StepKind.CONFIRMATION;
      case StepConfig.Validation _, StepConfig.ApiCall _, StepConfig.Approval _, StepConfig.Card _,
          StepConfig.Wait _, StepConfig.Parallel _, StepConfig.Switch _, StepConfig.Print _ ->
          StepKind.WAIT;
    };
  }

  private static @Nullable StepText button(StepConfig config, JsonObject data) {
    Optional<Words> words =
        switch (config) {
          case StepConfig.Form form -> form.button();
          case StepConfig.Info info -> info.button();
          case StepConfig.Confirmation confirmation -> confirmation.accept();
          case StepConfig.Validation _, StepConfig.ApiCall _, StepConfig.Approval _,
              StepConfig.Card _, StepConfig.Wait _, StepConfig.Parallel _, StepConfig.Switch _,
              StepConfig.Print _ -> Optional.empty();
        };
    return words.map(each -> each.in(data)).orElse(null);
  }

  private static @Nullable StepText decline(StepConfig config, JsonObject data) {
    return config instanceof StepConfig.Confirmation confirmation
        ? confirmation.decline().map(each -> each.in(data)).orElse(null)
        : null;
  }

  /// What was answered before, where the question is asked again; what is sensitive is not sent back.
  private static @Nullable StepValues values(Question question) {
    JsonObject before = question.data().object(question.step().dataKey());
    Map<String, Object> values = new LinkedHashMap<>();
    for (StepField field : question.fields()) {
      before
          .member(field.key())
          .filter(_ -> !field.sensitive())
          .ifPresent(value -> values.put(field.key(), value));
    }
    return values.isEmpty() ? null : new StepValues(values);
  }
}
