// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.function.Supplier;

/// Because of what something is done. Each event that is appended meanwhile carries it, whoever appends
/// it: so a chain of automations can be followed back, and cut.
public final class Cause {
  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private Cause() {}

  /// What `action` returns, done because of `id`, which has at most 64 characters.
  public static <T> T during(String id, Supplier<T> action) {
    return ScopedValue.where(CURRENT, id).call(action::get);
  }

  /// Empty where nobody said why.
  public static String current() {
    return CURRENT.orElse("");
  }
}
