// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads a workflow from JSON, and says everything that is wrong with it at once. What is wrong with
/// its ways and its data is the [PublishCheck]'s to find.
public final class WorkflowReader {
  private WorkflowReader() {}

  /// The JSON Schema (2020-12) of what is read here, as far as a schema can tell.
  public static String schema() {
    try (InputStream in = WorkflowReader.class.getResourceAsStream("workflow.schema.json")) {
      return new String(Objects.requireNonNull(in, "workflow.schema.json").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Reading read(JsonObject source) {
    List<Finding> findings = new ArrayList<>();
    Workflow workflow = workflow(new Place(source, "", findings), source);
    if (source.bytes().length > Workflow.LONGEST) {
      findings.add(Finding.of("", Kind.TOO_LONG, String.valueOf(Workflow.LONGEST)));
    }
    return new Reading(workflow, List.copyOf(findings));
  }

  private static Workflow workflow(Place place, JsonObject source) {
    Place config = place.inner("config");
    Workflow workflow =
        new Workflow(
            place.needed("name", 80),
            place.text("description", "", 500),
            place.one("kind", WorkflowKind.class, WorkflowKind.GENERAL),
            config.paths("apiMapping"),
            CallReader.completion(config),
            discount(config),
            steps(place),
            source);
    config.yes("sensitive", false);
    config.done();
    place.done();
    return workflow;
  }

  private static List<WorkflowStep> steps(Place place) {
    List<Place> places = new ArrayList<>(place.items("steps", Workflow.MOST_STEPS));
    if (places.isEmpty()) {
      place.note("steps", Kind.MISSING);
    }
    if (places.stream().allMatch(step -> step.has("order"))) {
      places.sort(Comparator.comparingLong(step -> step.whole("order", 0, 0, 10_000)));
    }
    List<WorkflowStep> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Place each : places) {
      WorkflowStep step = StepReader.step(each, steps.size());
      if (!ids.add(step.id())) {
        each.note("id", Kind.TWICE, step.id());
      }
      steps.add(step);
    }
    return List.copyOf(steps);
  }

  private static Optional<Workflow.Discount> discount(Place config) {
    if (!config.has("discount")) {
      return Optional.empty();
    }
    Place place = config.inner("discount");
    Optional<Workflow.Percent> percent = percent(place);
    String condition = place.text("when", "true", 500);
    Words label = place.neededWords("label");
    place.done();
    return percent.map(found -> new Workflow.Discount(condition, found, label));
  }

  private static Optional<Workflow.Percent> percent(Place place) {
    if (place.json().text("percent").isPresent()) {
      return place
          .path("percent", place.text("percent", "", 200))
          .map(Workflow.Percent.Found::new);
    }
    if (!place.has("percent")) {
      place.note("percent", Kind.MISSING);
      return Optional.empty();
    }
    return Optional.of(new Workflow.Percent.Fixed((int) place.whole("percent", 1, 1, 99)));
  }

  /// What was read, and what is wrong with it: `workflow` is of use as long as nothing but advice is.
  public record Reading(Workflow workflow, List<Finding> findings) {
    public boolean sound() {
      return findings.stream().allMatch(Finding::advice);
    }
  }
}
