// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the handler of a compiled step is told: the step, which part of it, the question to go back to
/// where something is wrong (or empty), where ways lead, what is sent, and which of how many questions it is,
/// and whether the workflow goes on where a server does not answer.
public record StepOrders(
    WorkflowStep step,
    Phase phase,
    String back,
    Map<String, String> goTo,
    Map<String, DataPath> mapping,
    int at,
    int of,
    boolean goesOn) {

  /// Reads what the [Compiler] wrote.
  public static StepOrders of(JsonObject settings) {
    Map<String, DataPath> mapping = new LinkedHashMap<>();
    JsonObject paths = settings.object("mapping");
    paths.names().forEach(
        target -> mapping.put(target, DataPath.of(paths.text(target).orElseThrow())));
    Map<String, String> goTo = new LinkedHashMap<>();
    JsonObject ways = settings.object("goTo");
    ways.names().forEach(id -> goTo.put(id, ways.text(id).orElseThrow()));
    return new StepOrders(
        StepReader.step(new Place(settings.object("step"), "", new ArrayList<>()), 0),
        Phase.valueOf(settings.text("phase").orElseThrow()),
        settings.text("back").orElse(""),
        goTo,
        mapping,
        number(settings, "at"),
        number(settings, "of"),
        Boolean.TRUE.equals(settings.members().get("goesOn")));
  }

  private static int number(JsonObject settings, String name) {
    return settings.members().get(name) instanceof Number number ? number.intValue() : 0;
  }

  /// Which part of a step it is.
  public enum Phase {
    BEFORE,
    BODY,
    AFTER
  }
}
