// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One execution that has ended, as its rows tell it: its steps as `step STATUS attempt`, and its
/// events as their type and payload, both in order.
record KilledHistory(String status, List<String> steps, List<String> events) {
  private static final Pattern STEP = Pattern.compile("\"step\":\"([^\"]*)\"");
  private static final Pattern STEP_STATUS = Pattern.compile("\"stepStatus\":\"([^\"]*)\"");

  void check(String id) {
    assertThat(steps).as("steps of %s", id).isNotEmpty();
    assertThat(events).as("events of %s", id).isNotEmpty();
    assertThat(events.getFirst()).as("events of %s: %s", id, events).startsWith("WorkflowStarted");
    assertThat(events.getLast())
        .as("events of %s: %s", id, events)
        .startsWith("WorkflowEnded")
        .contains("\"status\":\"" + status + "\"");
    assertThat(types()).containsOnlyOnce("WorkflowStarted").containsOnlyOnce("WorkflowEnded");
    assertThat(told()).as("steps and events of %s", id).isEqualTo(written());
    assertThat(steps).as("steps of %s", id).doesNotHaveDuplicates();
    attemptsFollowEachOther(id);
    stepsFollowTheDefinition(id);
  }

  /// What each event says of a step, but for one that was cancelled before it began.
  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (String event : events) {
      Matcher step = STEP.matcher(event);
      Matcher stepStatus = STEP_STATUS.matcher(event);
      if (step.find() && stepStatus.find()) {
        told.add(step.group(1) + " " + stepStatus.group(1));
      }
    }
    return told;
  }

  private List<String> written() {
    return steps.stream().map(step -> step.substring(0, step.lastIndexOf(' '))).toList();
  }

  private List<String> types() {
    return events.stream().map(event -> event.replaceFirst("[{].*", "")).toList();
  }

  private void attemptsFollowEachOther(String id) {
    String before = "";
    int attempt = 0;
    for (String step : steps) {
      String[] words = step.split(" ", -1);
      attempt = words[0].equals(before) ? attempt + 1 : 1;
      before = words[0];
      assertThat(words[2]).as("%s of %s", steps, id).isEqualTo(String.valueOf(attempt));
    }
  }

  private void stepsFollowTheDefinition(String id) {
    List<String> keys =
        steps.stream().map(step -> step.replaceFirst(" .*", "")).distinct().toList();
    List<String> all =
        KilledWorkflow.definition(true).steps().stream().map(step -> step.key()).toList();
    assertThat(keys.getLast()).as("%s of %s", steps, id).isEqualTo("asked.end");
    assertThat(keys.subList(0, keys.size() - 1))
        .as("%s of %s", steps, id)
        .isSubsetOf(all)
        .isSortedAccordingTo((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
    if (status.equals("COMPLETED")) {
      assertThat(steps).noneMatch(step -> step.contains("FAILED") || step.contains("CANCELLED"));
      assertThat(keys).contains("asked.again");
    }
  }
}
