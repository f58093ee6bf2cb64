// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.agent.automation.Trigger.CatchUp;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An automation as a person fills it in, right or wrong. What counts is its JSON.
public record Draft(
    String id, String name, Start start, String condition, List<Action> actions, Pace pace) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public Draft {
    actions = List.copyOf(actions);
  }

  /// Empty when this version of the program cannot read it.
  public static Optional<Draft> of(String json, EventTypes types) {
    return new DefinitionReader(types).read(json).map(Draft::of);
  }

  private static Draft of(Definition read) {
    return new Draft(
        read.id(),
        read.name(),
        Start.of(read.trigger()),
        read.condition(),
        read.actions(),
        new Pace(read.pace().mode(), Integer.toString(read.pace().most())));
  }

  /// The same under another id.
  public Draft called(String newId) {
    return new Draft(newId, name, start, condition, actions, pace);
  }

  /// As it is saved.
  public String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("id", id).put("name", name.strip());
    root.set("trigger", start.json());
    root.put("when", condition.strip());
    ArrayNode list = root.putArray("actions");
    for (Action action : actions) {
      ObjectNode one = list.addObject().put("type", action.kind().word());
      action.fields().forEach((field, text) -> {
        if (!text.isBlank()) {
          one.put(field, text.strip());
        }
      });
    }
    root.put("mode", pace.mode().word());
    if (pace.most().matches("[0-9]{1,3}")) {
      root.put("max_runs", Integer.parseInt(pace.most()));
    } else if (!pace.most().isBlank()) {
      root.put("max_runs", 0);
    }
    return MAPPER.writeValueAsString(root);
  }

  /// What happens when it should run while it runs; `most` is a number as it was typed.
  public record Pace(Mode mode, String most) {}

  /// What sets it off. Only the fields of its kind count.
  public record Start(
      Kind kind, List<String> events, String cron, String zone, CatchUp catchUp, String hook) {
    public Start {
      events = List.copyOf(events);
    }

    /// Nothing but its kind is known.
    public static Start blank(Kind kind, ZoneId zone) {
      return new Start(kind, List.of(), "", zone.getId(), CatchUp.SKIP, "");
    }

    private static Start of(Trigger trigger) {
      return switch (trigger) {
        case Trigger.OnEvent(List<String> types) ->
            new Start(Kind.EVENT, types, "", "", CatchUp.SKIP, "");
        case Trigger.OnSchedule(Cron cron, ZoneId zone, CatchUp catchUp) ->
            new Start(Kind.SCHEDULE, List.of(), cron.text(), zone.getId(), catchUp, "");
        case Trigger.OnDemand() -> new Start(Kind.MANUAL, List.of(), "", "", CatchUp.SKIP, "");
        case Trigger.OnWebhook(String name) ->
            new Start(Kind.WEBHOOK, List.of(), "", "", CatchUp.SKIP, name);
      };
    }

    private ObjectNode json() {
      ObjectNode node = MAPPER.createObjectNode().put("type", kind.word());
      switch (kind) {
        case EVENT -> {
          ArrayNode names = node.putArray("events");
          events.forEach(names::add);
        }
        case SCHEDULE ->
            node.put("cron", cron.strip()).put("zone", zone.strip()).put("catch_up", catchUp.word());
        case WEBHOOK -> node.put("name", hook.strip());
        case MANUAL -> {}
      }
      return node;
    }
  }

  /// What can set an automation off.
  public enum Kind {
    EVENT, SCHEDULE, MANUAL, WEBHOOK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
