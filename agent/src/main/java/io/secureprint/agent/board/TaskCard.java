// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

/// A task with the promise for it, where there is one.
public record TaskCard(Task task, @Nullable SlaClock promise) implements Named {
  @Override
  public String id() {
    return task.id();
  }
}
