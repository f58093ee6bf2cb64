// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// How often something was to be moved since the start, by what it was and how it ended.
public final class TransitionTally {
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /// Notes what came of a wish to move a `task` or an `action_plan`.
  <T> Answer<T> noted(String entityType, Answer<T> answer) {
    String result =
        switch (answer) {
          case Answer.Done<T> _ -> "success";
          case Answer.Refused<T> _ -> "refused";
        };
    counts.computeIfAbsent(new Key(entityType, result), _ -> new LongAdder()).increment();
    return answer;
  }

  public Map<Key, Long> counts() {
    return counts.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }

  /// The labels of `workflow_transition_total`; `result` is `success` or `refused`.
  public record Key(String entityType, String result) {}
}
