// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an execution knows: what it was started with, under `context`, and what each step found out,
/// under its data key. Each key is sealed by itself, so that steps that run beside each other do not
/// overwrite what the other one found.
public final class ExecutionData {
  /// Its keys are gone, and what it knew with them.
  static final Problem LOST = Problems.of("CONTEXT_LOST");
  private static final String DATA = "data.";
  private static final String INITIAL = "initial";

  private final Context context;

  public ExecutionData(Context context) {
    this.context = context;
  }

  /// Everything, as templates, conditions and mappings see it.
  public JsonObject all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(PublishCheck.CONTEXT, initial().members());
    context.names().stream()
        .filter(name -> name.startsWith(DATA))
        .sorted()
        .forEach(
            name -> get(name).ifPresent(
                value -> all.put(name.substring(DATA.length()), value.members())));
    return new JsonObject(all);
  }

  /// What steps found out, and what it was started with beside it: the form of the API.
  public JsonObject flat() {
    return flat(all());
  }

  static JsonObject flat(JsonObject all) {
    Map<String, Object> found = new LinkedHashMap<>(all.members());
    found.remove(PublishCheck.CONTEXT);
    return all.object(PublishCheck.CONTEXT).merged(new JsonObject(found));
  }

  public JsonObject initial() {
    return get(INITIAL).orElse(JsonObject.EMPTY);
  }

  /// False when the keys are gone.
  public boolean begin(JsonObject initial) {
    return context.put(INITIAL, initial.bytes());
  }

  /// What a step found out.
  public JsonObject of(String dataKey) {
    return get(DATA + dataKey).orElse(JsonObject.EMPTY);
  }

  /// Adds to what is known under the key, deeply; nothing is kept under an empty one. False when the
  /// session's keys are gone.
  public boolean add(String dataKey, JsonObject found) {
    return dataKey.isEmpty() || context.put(DATA + dataKey, of(dataKey).merged(found).bytes());
  }

  /// Puts something in the place of what was known.
  public boolean replace(String dataKey, JsonObject found) {
    return dataKey.isEmpty() || context.put(DATA + dataKey, found.bytes());
  }

  /// What the mapping makes of it; what is not there is left out.
  public JsonObject mapped(Map<String, DataPath> mapping) {
    return mapped(all(), mapping);
  }

  static JsonObject mapped(JsonObject all, Map<String, DataPath> mapping) {
    Map<String, Object> mapped = new LinkedHashMap<>();
    mapping.forEach((target, path) -> path.in(all).ifPresent(value -> mapped.put(target, value)));
    return new JsonObject(mapped);
  }

  /// Something that is not data: an answer that is being looked at, or what was wrong with one.
  Optional<JsonObject> note(String name) {
    return get(name);
  }

  /// The names of such things that begin so, in order.
  List<String> named(String prefix) {
    return context.names().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  /// All such things whose names begin so.
  List<JsonObject> notes(String prefix) {
    return named(prefix).stream().flatMap(name -> get(name).stream()).toList();
  }

  boolean note(String name, JsonObject value) {
    return context.put(name, value.bytes());
  }

  void forget(String name) {
    context.remove(name);
  }

  /// Forgets everything.
  public void clear() {
    context.names().forEach(context::remove);
  }

  private Optional<JsonObject> get(String name) {
    return context.get(name).map(JsonObject::parse);
  }
}
