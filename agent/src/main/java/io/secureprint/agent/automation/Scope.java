// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;

import io.secureprint.agent.automation.EventTypes.FieldType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that conditions and templates of one trigger may speak of, each with its type. `payload`
/// of an event has the fields that all its types have; that of a webhook has whatever was sent.
final class Scope implements CelTypeProvider {
  private static final ImmutableMap<String, FieldType> EVENT =
      ImmutableMap.of(
          "type", FieldType.TEXT,
          "aggregate_type", FieldType.TEXT,
          "aggregate_id", FieldType.TEXT,
          "actor", FieldType.TEXT,
          "correlation_id", FieldType.TEXT,
          "seq", FieldType.NUMBER,
          "at", FieldType.TIME);

  private static final ImmutableMap<String, FieldType> TASK =
      ImmutableMap.of(
          "id", FieldType.TEXT,
          "type", FieldType.TEXT,
          "state", FieldType.TEXT,
          "area", FieldType.TEXT,
          "priority", FieldType.TEXT,
          "title", FieldType.TEXT,
          "assignee", FieldType.TEXT);

  private static final List<String> ORDER =
      List.of("payload", "task", "event", "actor", "due", "now");

  private final ImmutableMap<String, CelType> variables;

  private Scope(Map<String, CelType> variables) {
    this.variables =
        ImmutableMap.<String, CelType>builder()
            .putAll(variables)
            .put("now", SimpleType.TIMESTAMP)
            .buildOrThrow();
  }

  static Scope of(Trigger trigger, EventTypes types) {
    return new Scope(
        switch (trigger) {
          case Trigger.OnEvent(List<String> names) -> ofEvent(names, types);
          case Trigger.OnSchedule _ -> Map.of("due", SimpleType.TIMESTAMP);
          case Trigger.OnDemand _ -> Map.of("actor", SimpleType.STRING);
          case Trigger.OnWebhook _ ->
              Map.of("payload", MapType.create(SimpleType.STRING, SimpleType.DYN));
        });
  }

  /// What the trigger that is filled in will bring, whatever else it still lacks.
  static Scope of(Draft.Start start, EventTypes types) {
    return new Scope(
        switch (start.kind()) {
          case EVENT -> ofEvent(start.events(), types);
          case SCHEDULE -> Map.of("due", SimpleType.TIMESTAMP);
          case MANUAL -> Map.of("actor", SimpleType.STRING);
          case WEBHOOK -> Map.of("payload", MapType.create(SimpleType.STRING, SimpleType.DYN));
        });
  }

  /// Everything there is to speak of, as it is written, the most particular first.
  List<Variable> paths() {
    List<Variable> paths = new ArrayList<>();
    for (String name : ORDER) {
      CelType type = variables.get(name);
      if (type instanceof StructType struct) {
        struct.fieldNames().stream()
            .sorted()
            .map(field -> struct.findField(field).orElseThrow())
            .forEach(field -> paths.add(new Variable(name + "." + field.name(), kind(field.type()))));
      } else if (type != null) {
        paths.add(new Variable(name, kind(type)));
      }
    }
    return List.copyOf(paths);
  }

  private static FieldType kind(CelType type) {
    if (type.equals(SimpleType.INT)) {
      return FieldType.NUMBER;
    }
    if (type.equals(SimpleType.BOOL)) {
      return FieldType.FLAG;
    }
    return type.equals(SimpleType.TIMESTAMP) ? FieldType.TIME : FieldType.TEXT;
  }

  private static Map<String, CelType> ofEvent(List<String> names, EventTypes types) {
    Map<String, CelType> variables = new HashMap<>();
    variables.put("event", struct("event", EVENT));
    variables.put("payload", struct("payload", ImmutableMap.copyOf(types.common(names))));
    boolean aboutTasks =
        !names.isEmpty()
            && names.stream()
                .allMatch(name -> types.find(name).map(kind -> kind.about().equals("task")).orElse(false));
    if (aboutTasks) {
      variables.put("task", struct("task", TASK));
    }
    return variables;
  }

  /// By name.
  Map<String, CelType> variables() {
    return variables;
  }

  private static CelType struct(String name, ImmutableMap<String, FieldType> fields) {
    return StructType.create(
        "sps." + name,
        fields.keySet(),
        field -> Optional.ofNullable(fields.get(field)).map(Scope::type));
  }

  private static CelType type(FieldType type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case NUMBER -> SimpleType.INT;
      case FLAG -> SimpleType.BOOL;
      case TIME -> SimpleType.TIMESTAMP;
    };
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return variables.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return variables.values().stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
