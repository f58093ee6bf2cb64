// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.agent.kernel.form.StepText;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Something that is different in a later text of a workflow: a step that came, went or has another
/// place, or a value at a place. `step` is what the step is called, empty for the workflow as a whole;
/// `before` and `after` are empty where there was or is nothing.
public record Change(Kind kind, StepText step, String where, String before, String after) {
  private static final StepText WHOLE = new StepText("", null);
  private static final int MOST = 200;

  /// What happened to it.
  public enum Kind {
    ADDED,
    REMOVED,
    MOVED,
    SET
  }

  /// What makes `after` of `before`, from the top; at most 200.
  public static List<Change> between(JsonObject before, JsonObject after) {
    WorkflowText old = new WorkflowText(before);
    WorkflowText now = new WorkflowText(after);
    List<Change> changes = new ArrayList<>();
    values(WHOLE, without(old.json()), without(now.json()), changes);
    Set<String> moved = new LinkedHashSet<>();
    Set<String> gone = new HashSet<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old.ids(), now.ids()).getDeltas()) {
      gone.addAll(delta.getSource().getLines());
      moved.addAll(delta.getTarget().getLines());
    }
    moved.retainAll(gone);
    for (String id : old.ids()) {
      if (!now.ids().contains(id)) {
        changes.add(of(Kind.REMOVED, label(old, id)));
      }
    }
    for (String id : now.ids()) {
      step(id, old, now, moved.contains(id), changes);
    }
    return List.copyOf(changes.subList(0, Math.min(changes.size(), MOST)));
  }

  private static void step(
      String id, WorkflowText old, WorkflowText now, boolean moved, List<Change> changes) {
    if (!old.ids().contains(id)) {
      changes.add(of(Kind.ADDED, label(now, id)));
      return;
    }
    if (moved) {
      changes.add(of(Kind.MOVED, label(now, id)));
    }
    values(label(now, id), step(old, id), step(now, id), changes);
  }

  private static Change of(Kind kind, StepText step) {
    return new Change(kind, step, "", "", "");
  }

  private static void values(
      StepText step, JsonObject old, JsonObject now, List<Change> changes) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    flat("", old.members(), before);
    flat("", now.members(), after);
    Set<String> places = new LinkedHashSet<>(after.keySet());
    places.addAll(before.keySet());
    for (String place : places) {
      String was = before.getOrDefault(place, "");
      String is = after.getOrDefault(place, "");
      if (!Objects.equals(was, is)) {
        changes.add(new Change(Kind.SET, step, place, was, is));
      }
    }
  }

  private static void flat(String where, Object value, Map<String, String> into) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((name, each) -> flat(where.isEmpty() ? name.toString() : where + "." + name, each, into));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flat(where + "[" + i + "]", list.get(i), into);
        }
      }
      default -> into.put(where, value.toString());
    }
  }

  private static JsonObject without(JsonObject json) {
    return WorkflowText.STEPS.remove(json);
  }

  private static JsonObject step(WorkflowText text, String id) {
    return text.steps().get(text.ids().indexOf(id));
  }

  private static StepText label(WorkflowText text, String id) {
    int index = text.ids().indexOf(id);
    JsonPath label = WorkflowText.step(index).at("label");
    String english = text.said(label, false);
    return StepText.cleaned(english.isEmpty() ? id : english, text.said(label, true));
  }
}
