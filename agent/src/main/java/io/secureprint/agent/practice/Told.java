// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// One thing that happened, so long after the demonstration began; `who` is null for the shop.
public record Told(Duration at, @Nullable Person who, Moment what, List<Object> with) {
  public Told {
    with = List.copyOf(with);
    if (with.size() != what.arguments()) {
      throw new IllegalArgumentException(what + " takes " + what.arguments() + ": " + with);
    }
  }
}
