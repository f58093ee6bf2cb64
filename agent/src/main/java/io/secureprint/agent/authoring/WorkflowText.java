// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workflow while it is edited. The JSON is the truth: each edit changes one place of it and leaves
/// alone what it does not know. The order of the steps is that of their list.
public record WorkflowText(JsonObject json) {
  /// Where the steps are.
  public static final JsonPath STEPS = JsonPath.ROOT.at("steps");
  private static final String ORDER = "order";
  private static final String ENGLISH = "en";
  private static final String HINDI = "hi";

  /// One whose steps say their order gets them in that order.
  public WorkflowText {
    List<JsonObject> steps = STEPS.items(json);
    if (!steps.isEmpty() && steps.stream().allMatch(step -> step.member(ORDER).isPresent())) {
      json = STEPS.put(json, ordered(steps));
    }
  }

  private static List<Map<String, Object>> ordered(List<JsonObject> steps) {
    List<Map<String, Object>> sorted = new ArrayList<>();
    steps.stream()
        .sorted(Comparator.comparingLong(WorkflowText::order))
        .forEach(step -> sorted.add(JsonPath.of(ORDER).remove(step).members()));
    return sorted;
  }

  private static long order(JsonObject step) {
    return step.members().get(ORDER) instanceof Number number ? number.longValue() : 0;
  }

  public static JsonPath step(int index) {
    return STEPS.at(index);
  }

  public List<JsonObject> steps() {
    return STEPS.items(json);
  }

  /// The type of a step as it is written, such as `FORM`.
  public String type(int index) {
    return step(index).at("type").text(json);
  }

  /// The id of a step: what is written, or what its label makes.
  public String id(int index) {
    List<String> ids = ids();
    return index < ids.size() ? ids.get(index) : "";
  }

  /// The ids of the steps, in order.
  public List<String> ids() {
    Workflow read = WorkflowReader.read(json).workflow();
    return read.steps().stream().map(step -> step.id()).toList();
  }

  /// Where the step of this type stands.
  public Optional<Integer> find(String type) {
    for (int i = 0; i < steps().size(); i++) {
      if (type(i).equals(type)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  public WorkflowText put(JsonPath path, Object value) {
    return new WorkflowText(path.put(json, value));
  }

  public WorkflowText remove(JsonPath path) {
    return new WorkflowText(path.remove(json));
  }

  public WorkflowText insert(JsonPath list, int index, Object value) {
    return new WorkflowText(list.insert(json, index, value));
  }

  /// Changes the place of an item of a list.
  public WorkflowText move(JsonPath list, int from, int to) {
    return new WorkflowText(list.move(json, from, to));
  }

  /// What is said there in English, or in Hindi where `hindi`; one text for both counts as English.
  public String said(JsonPath path, boolean hindi) {
    Object words = path.in(json).orElse("");
    if (words instanceof Map<?, ?> map) {
      return map.get(hindi ? HINDI : ENGLISH) instanceof String text ? text : "";
    }
    return hindi ? "" : words.toString();
  }

  /// Says something there in one language; without words in either there is nothing there.
  public WorkflowText say(JsonPath path, boolean hindi, String text) {
    Map<String, Object> words = new LinkedHashMap<>();
    Object before = path.in(json).orElse("");
    if (before instanceof Map<?, ?> map) {
      map.forEach((name, value) -> words.put(String.valueOf(name), value));
    } else if (!before.toString().isEmpty()) {
      words.put(ENGLISH, before);
    }
    words.put(hindi ? HINDI : ENGLISH, text);
    words.values().removeIf(""::equals);
    return words.isEmpty() ? remove(path) : put(path, words);
  }

  /// The same with the id of a step written down, so that what leads there still does when it gets
  /// another name.
  public WorkflowText named(int index) {
    JsonPath id = step(index).at("id");
    return id.in(json).isPresent() ? this : put(id, id(index));
  }
}
