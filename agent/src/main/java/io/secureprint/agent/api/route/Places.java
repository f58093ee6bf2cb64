// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Whose requests are being answered: nobody takes all places of the door, neither one key whose steps
/// wait for long nor those without a key who send their messages slowly.
final class Places {
  private static final String STRANGERS = "";
  private static final int MOST_OF_STRANGERS = 16;
  private static final int MOST_OF_A_KEY = 32;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Integer> taken = new HashMap<>();

  /// A place for whoever has no key.
  Place forStrangers() throws Refusal {
    return take(STRANGERS, MOST_OF_STRANGERS);
  }

  /// A place for who comes in by `access`, where that is bounded.
  Place take(Access access, Caller caller) throws Refusal {
    return switch (access) {
      case Access.Key _ -> take(caller.subject(), MOST_OF_A_KEY);
      case Access.Signed _ -> forStrangers();
      case Access.Open _, Access.Doorkey _ -> () -> {};
    };
  }

  private synchronized Place take(String who, int most) throws Refusal {
    int before = taken.getOrDefault(who, 0);
    if (before >= most) {
      throw ApiError.RATE_EXCEEDED.because("too many are being answered at once").after(PAUSE);
    }
    taken.put(who, before + 1);
    return () -> leave(who);
  }

  private synchronized void leave(String who) {
    taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
  }

  /// Taken until it is closed.
  @FunctionalInterface
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
