// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How often something was to be moved since the start, by what it was and how it ended.
public final class TransitionTally {
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /// Notes what comes of a wish to move a `task` or an `action_plan`. One that comes again, and is
  /// answered by `again`, moves nothing and counts no more.
  <T> Answer<T> noted(
      String entityType,
      Function<String, Optional<T>> again,
      Function<Function<String, Optional<T>>, Answer<T>> wish) {
    AtomicBoolean repeated = new AtomicBoolean();
    Answer<T> answer =
        wish.apply(
            subject -> {
              repeated.set(true);
              return again.apply(subject);
            });
    switch (answer) {
      case Answer.Done<T> _ when repeated.get() -> {}
      case Answer.Done<T> _ -> note(new Key(entityType, "success"));
      case Answer.Refused<T> _ -> note(new Key(entityType, "refused"));
    }
    return answer;
  }

  private void note(Key key) {
    counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
  }

  public Map<Key, Long> counts() {
    return counts.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }

  /// The labels of `workflow_transition_total`; `result` is `success` or `refused`.
  public record Key(String entityType, String result) {}
}
