// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Definition.Pace;
import io.secureprint.agent.automation.Trigger.CatchUp;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a definition as its owner or a program wrote it, in JSON, and finds all that is wrong with its
/// form at once. Unknown names are refused.
final class DefinitionReader {
  /// Characters of a whole definition.
  static final int LONGEST = 16_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_ACTIONS = 10;
  private static final int MOST_TYPES = 20;
  private static final int LONGEST_NAME = 80;
  private static final Set<String> FIELDS =
      Set.of("id", "name", "trigger", "when", "actions", "mode", "max_runs");

  private final EventTypes types;
  private final List<Fault> faults = new ArrayList<>();

  DefinitionReader(EventTypes types) {
    this.types = types;
  }

  List<Fault> faults() {
    return faults;
  }

  /// Empty when it has faults.
  Optional<Definition> read(String json) {
    if (json.length() > LONGEST) {
      fault("", "AUTOMATION_TOO_LONG", "at most " + LONGEST + " characters");
      return Optional.empty();
    }
    try {
      JsonNode root = MAPPER.readTree(json);
      return root.isObject() ? read(root) : notAnObject();
    } catch (JacksonException e) {
      var at = e.getLocation();
      faults.add(
          new Fault(
              "", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(),
              "AUTOMATION_NOT_JSON", e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private Optional<Definition> notAnObject() {
    fault("", "AUTOMATION_NOT_JSON", "an object is needed");
    return Optional.empty();
  }

  private Optional<Definition> read(JsonNode root) {
    known("", root, FIELDS);
    String id = text("", root, "id", true, 28);
    if (!id.matches("[a-z][a-z0-9-]{1,27}")) {
      fault("id", "AUTOMATION_ID", "2 to 28 small letters, digits and hyphens, a letter first");
    }
    String name = text("", root, "name", true, LONGEST_NAME);
    String condition = text("", root, "when", false, Expressions.LONGEST);
    Trigger trigger = trigger(root.path("trigger"));
    List<Action> actions = actions(root.path("actions"));
    Mode mode = word("mode", text("", root, "mode", false, 20), Mode.values(), Mode::word, Mode.QUEUED);
    JsonNode most = root.path("max_runs");
    int runs = most.isMissingNode() ? (mode == Mode.SINGLE ? 1 : 10) : most.asInt(0);
    if (runs < 1 || runs > Pace.MOST) {
      fault("max_runs", "AUTOMATION_RUNS", "from 1 to " + Pace.MOST);
    }
    return faults.isEmpty()
        ? Optional.of(new Definition(id, name, trigger, condition, actions, new Pace(mode, runs)))
        : Optional.empty();
  }

  private Trigger trigger(JsonNode node) {
    return switch (node.path("type").asString("")) {
      case "event" -> {
        known("trigger.", node, Set.of("type", "events"));
        yield new Trigger.OnEvent(events(node.path("events")));
      }
      case "schedule" -> {
        known("trigger.", node, Set.of("type", "cron", "zone", "catch_up"));
        yield schedule(node);
      }
      case "webhook" -> {
        known("trigger.", node, Set.of("type", "name"));
        String name = text("trigger.", node, "name", true, 40);
        if (!name.matches("[a-z][a-z0-9-]{1,39}")) {
          fault("trigger.name", "AUTOMATION_HOOK", "2 to 40 small letters, digits and hyphens");
        }
        yield new Trigger.OnWebhook(name);
      }
      case "manual" -> {
        known("trigger.", node, Set.of("type"));
        yield new Trigger.OnDemand();
      }
      default -> {
        fault("trigger.type", "AUTOMATION_TRIGGER", "event, schedule, manual or webhook");
        yield new Trigger.OnDemand();
      }
    };
  }

  private List<String> events(JsonNode node) {
    List<String> names = node.isArray() ? node.values().stream().map(n -> n.asString("")).toList() : List.of();
    if (names.isEmpty() || names.size() > MOST_TYPES) {
      fault("trigger.events", "AUTOMATION_EVENTS", "name 1 to " + MOST_TYPES + " types of events");
    }
    for (String name : names) {
      if (types.find(name).isEmpty()) {
        fault("trigger.events", "AUTOMATION_EVENTS", "there is no event " + name);
      }
    }
    return names;
  }

  private Trigger schedule(JsonNode node) {
    String zone = text("trigger.", node, "zone", true, 60);
    String cron = text("trigger.", node, "cron", true, 100);
    CatchUp catchUp =
        word(
            "trigger.catch_up", text("trigger.", node, "catch_up", false, 20), CatchUp.values(),
            CatchUp::word, CatchUp.SKIP);
    try {
      return new Trigger.OnSchedule(Cron.parse(cron), ZoneId.of(zone), catchUp);
    } catch (DateTimeException _) {
      fault("trigger.zone", "AUTOMATION_ZONE", "a zone such as Asia/Kolkata is needed");
    } catch (IllegalArgumentException e) {
      fault("trigger.cron", "AUTOMATION_CRON", String.valueOf(e.getMessage()));
    }
    return new Trigger.OnDemand();
  }

  private List<Action> actions(JsonNode node) {
    if (!node.isArray() || node.isEmpty() || node.size() > MOST_ACTIONS) {
      fault("actions", "AUTOMATION_ACTIONS", "1 to " + MOST_ACTIONS + " actions are needed");
      return List.of();
    }
    List<Action> actions = new ArrayList<>();
    for (int at = 0; at < node.size(); at++) {
      action("actions[" + at + "].", node.path(at)).ifPresent(actions::add);
    }
    return actions;
  }

  private Optional<Action> action(String field, JsonNode node) {
    String type = node.path("type").asString("");
    Optional<Action.Kind> kind =
        Arrays.stream(Action.Kind.values()).filter(k -> k.word().equals(type)).findFirst();
    if (kind.isEmpty()) {
      fault(field + "type", "AUTOMATION_ACTIONS", "one of " + words(Action.Kind.values(), Action.Kind::word));
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>(kind.get().fields());
    names.add("type");
    known(field, node, names);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : kind.get().fields()) {
      String value = text(field, node, name, kind.get().needed().contains(name), Action.LONGEST);
      if (!value.isEmpty()) {
        fields.put(name, value);
      }
    }
    Action action = new Action(kind.get(), fields);
    ActionCheck.fault(field, action).ifPresent(faults::add);
    return Optional.of(action);
  }

  private String text(String before, JsonNode node, String name, boolean needed, int longest) {
    JsonNode value = node.path(name);
    String text = value.isString() ? value.asString() : "";
    if (!value.isMissingNode() && !value.isString()) {
      fault(before + name, "AUTOMATION_FIELD", "a text is needed");
    } else if (needed && text.isBlank()) {
      fault(before + name, "AUTOMATION_EMPTY", "this is missing");
    } else if (text.length() > longest) {
      fault(before + name, "AUTOMATION_LONG", "at most " + longest + " characters");
    }
    return text;
  }

  private <T> T word(String field, String text, T[] values, Function<T, String> word, T usual) {
    if (text.isEmpty()) {
      return usual;
    }
    Optional<T> found = Arrays.stream(values).filter(v -> word.apply(v).equals(text)).findFirst();
    if (found.isEmpty()) {
      fault(field, "AUTOMATION_FIELD", "one of " + words(values, word));
    }
    return found.orElse(usual);
  }

  private static <T> String words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
  }

  private void known(String before, JsonNode node, Set<String> names) {
    node.propertyNames().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> fault(before + name, "AUTOMATION_FIELD", "there is no such field"));
  }

  private void fault(String field, String code, String words) {
    faults.add(new Fault(field, code, words));
  }
}
