// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.kernel.JsonObject;

import java.util.Optional;

/// An answer on its way to its step, and why the last one was not taken: in the context, beside the
/// data.
public final class Answers {
  private static final String GIVEN = "answer";
  private static final String REFUSED = "refusal";
  private static final String RESULT = "result.";
  private static final String REPLY = "reply.";
  private static final String STEP = "step";
  private static final String VALUE = "value";

  private Answers() {}

  /// Keeps an answer to a step until the step takes it; a later one takes its place. False when the
  /// session's keys are gone.
  public static boolean give(Context context, String step, JsonObject value) {
    return new ExecutionData(context)
        .note(GIVEN, JsonObject.of(STEP, step).with(VALUE, value.members()));
  }

  /// Why the last answer was not taken; empty when it was, or when there was none.
  public static Optional<Refusal> refusal(ExecutionData data) {
    return data.note(REFUSED).map(Refusal::read);
  }

  /// What the server of a step said last; nothing where none was asked.
  public static JsonObject result(ExecutionData data, String step) {
    return data.note(RESULT + step).orElse(JsonObject.EMPTY);
  }

  static void result(ExecutionData data, String step, JsonObject result) {
    data.note(RESULT + step, result);
  }

  /// Keeps what a command was answered, for when it comes again.
  public static void reply(ExecutionData data, String command, JsonObject reply) {
    data.note(REPLY + command, reply);
  }

  public static Optional<JsonObject> reply(ExecutionData data, String command) {
    return data.note(REPLY + command);
  }

  static Optional<JsonObject> taken(ExecutionData data, String step) {
    Optional<JsonObject> given =
        data.note(GIVEN)
            .filter(answer -> answer.text(STEP).filter(step::equals).isPresent())
            .map(answer -> answer.object(VALUE));
    given.ifPresent(_ -> data.forget(GIVEN));
    return given;
  }

  static void refuse(ExecutionData data, Refusal refusal) {
    data.note(REFUSED, refusal.json());
  }

  static void settled(ExecutionData data) {
    data.forget(REFUSED);
  }
}
