// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// That an automation looked at something, and what it made of it. `eventSeq` is 0 where there was no
/// event, `runId` null where nothing was done.
public record Evaluation(
    long seq,
    String automationId,
    int version,
    long eventSeq,
    Why why,
    @Nullable String runId,
    Instant at) {}
