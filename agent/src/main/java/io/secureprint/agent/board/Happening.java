// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Something that happened to a task, by the name of its event: who did it, when, and how the task
/// stood from then on. `assignee` is told where it may have changed.
public record Happening(
    String type,
    String actor,
    Instant at,
    TaskState state,
    Priority priority,
    @Nullable String assignee) {}
