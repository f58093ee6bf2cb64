// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.form.StepOption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What texts and conditions may name at a step: for whoever writes them.
public final class DataNames {
  private DataNames() {}

  /// What is known when the step of this index begins, in the order in which it is found out; the
  /// number of steps stands for the end.
  public static List<DataName> at(Workflow workflow, int index) {
    Ways ways = new Ways(workflow.steps());
    if (ways.cycle().isPresent()) {
      return List.of();
    }
    Known known = new Known(workflow.steps(), ways);
    Set<String> roots = known.roots(index);
    List<DataName> names = new ArrayList<>();
    workflow.steps().stream()
        .flatMap(DataNames::withBranches)
        .filter(step -> roots.contains(step.dataKey()))
        .forEach(step -> add(step, names));
    if (index < workflow.steps().size() && known.hearsBefore(index)) {
      names.add(said(workflow.steps().get(index)));
    }
    return List.copyOf(names);
  }

  private static Stream<WorkflowStep> withBranches(WorkflowStep step) {
    return step.config() instanceof StepConfig.Parallel(var branches)
        ? Stream.concat(Stream.of(step), branches.stream().flatMap(List::stream))
        : Stream.of(step);
  }

  private static void add(WorkflowStep step, List<DataName> names) {
    String key = step.dataKey();
    switch (step.config()) {
      case StepConfig.Form form ->
          form.fields().forEach(
              field ->
                  names.add(
                      new DataName(
                          key + "." + field.key(),
                          field.asked().type().name().toLowerCase(Locale.ROOT),
                          field.asked().options())));
      case StepConfig.Confirmation _ -> names.add(DataName.of(key + ".accepted", "yesno"));
      case StepConfig.Approval _, StepConfig.Card _ ->
          names.add(DataName.of(key + ".approved", "yesno"));
      case StepConfig.Validation(_, var shows) -> found(step, shows.keySet(), names);
      case StepConfig.ApiCall _ -> found(step, Set.of(), names);
      case StepConfig.Info _, StepConfig.Wait _, StepConfig.Parallel _, StepConfig.Switch _,
          StepConfig.Print _ -> names.add(DataName.of(key, "any"));
    }
    if (step.type().asks() && step.call().isPresent()) {
      names.add(said(step));
    }
  }

  /// What a server says to a question stands beside the answer.
  private static DataName said(WorkflowStep step) {
    return DataName.of(step.dataKey() + "." + WorkflowStep.SERVER, "any");
  }

  /// A server says whether it is right by `valid`, and whatever else it wants.
  private static void found(WorkflowStep step, Set<String> shows, List<DataName> names) {
    shows.stream()
        .sorted(Comparator.naturalOrder())
        .forEach(name -> names.add(DataName.of(step.dataKey() + "." + name, "any")));
    if (step.call().isPresent() && !shows.contains("valid")) {
      names.add(DataName.of(step.dataKey() + ".valid", "yesno"));
    }
  }

  /// One path, of what type the value there is: that of a field of a form, or `any`; and the answers
  /// that can be chosen, where they are the only ones.
  public record DataName(String path, String type, List<StepOption> options) {
    static DataName of(String path, String type) {
      return new DataName(path, type, List.of());
    }
  }
}
