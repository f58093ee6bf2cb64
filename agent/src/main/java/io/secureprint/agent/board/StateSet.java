// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Some of a task's states, in a column as their names with commas between.
public record StateSet(Set<TaskState> states) {
  public StateSet {
    states = Set.copyOf(states);
  }

  public static StateSet of(TaskState... states) {
    return new StateSet(Set.of(states));
  }

  /// What [#text] made.
  ///
  /// @throws IllegalArgumentException for a name that no state has
  public static StateSet read(String text) {
    return new StateSet(
        Arrays.stream(text.split(",", -1))
            .filter(word -> !word.isEmpty())
            .map(StateSet::state)
            .collect(Collectors.toSet()));
  }

  public String text() {
    return states.stream().sorted().map(TaskState::word).collect(Collectors.joining(","));
  }

  boolean has(TaskState state) {
    return states.contains(state);
  }

  boolean hasAllThatAreOver() {
    return EnumSet.allOf(TaskState.class).stream().filter(TaskState::over).allMatch(this::has);
  }

  boolean sharesWith(StateSet other) {
    return states.stream().anyMatch(other::has);
  }

  private static TaskState state(String word) {
    return TaskState.find(word)
        .orElseThrow(() -> new IllegalArgumentException("no state of a task: " + word));
  }
}
