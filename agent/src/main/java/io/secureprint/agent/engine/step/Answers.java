// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.kernel.JsonObject;

import java.util.List;
import java.util.Optional;

/// An answer on its way to its step, and why the last one was not taken: in the context, beside the
/// data.
public final class Answers {
  private static final String GIVEN = "answer";
  private static final String REFUSED = "refusal";
  private static final String RESULT = "result.";
  private static final String REPLY = "reply.";
  private static final int MOST_REPLIES = 50;
  private static final String ASKED = "asked";
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

  /// Whether it was this step that did not take the last answer, and nobody has answered since.
  public static boolean isRefusedBy(ExecutionData data, String step) {
    return data.note(REFUSED).flatMap(note -> note.text(STEP)).filter(step::equals).isPresent();
  }

  /// What the server of a step said last; nothing where none was asked.
  public static JsonObject result(ExecutionData data, String step) {
    return data.note(RESULT + step).orElse(JsonObject.EMPTY);
  }

  static void result(ExecutionData data, String step, JsonObject result) {
    data.note(RESULT + step, result);
  }

  /// Keeps what a command was answered, for when it comes again: of the last commands, the oldest goes,
  /// and all of them where there is no room.
  public static void reply(ExecutionData data, String command, JsonObject reply) {
    List<String> kept = data.named(REPLY);
    int next = kept.isEmpty() ? 0 : number(kept.getLast()) + 1;
    kept.stream().limit(Math.max(0, kept.size() - MOST_REPLIES + 1)).forEach(data::forget);
    try {
      data.note(REPLY + "%08d.%s".formatted(next, command), reply);
    } catch (Context.Full _) {
      data.named(REPLY).forEach(data::forget);
    }
  }

  public static Optional<JsonObject> reply(ExecutionData data, String command) {
    return data.named(REPLY).stream()
        .filter(name -> name.endsWith("." + command))
        .findFirst()
        .flatMap(data::note);
  }

  private static int number(String reply) {
    return Integer.parseInt(reply.substring(REPLY.length(), REPLY.length() + 8));
  }

  /// The question that was answered last: whoever finds something wrong sends back to it.
  static Optional<String> asked(ExecutionData data) {
    return data.note(ASKED).flatMap(note -> note.text(STEP));
  }

  static void asked(ExecutionData data, String step) {
    data.note(ASKED, JsonObject.of(STEP, step));
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

  static void refuse(ExecutionData data, Refusal refusal, String step) {
    data.note(REFUSED, refusal.json().with(STEP, step));
  }

  static void settled(ExecutionData data) {
    data.forget(REFUSED);
  }
}
