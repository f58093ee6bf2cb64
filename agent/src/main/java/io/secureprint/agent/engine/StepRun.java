// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import org.jspecify.annotations.Nullable;

/// What a handler knows of the step it runs. `resumed` is true when the agent died while the step
/// was under way: whatever it did may or may not have happened. `code` tells the finaliser
/// why the execution ends, where there is a reason.
public record StepRun(
    String executionId,
    String sessionId,
    String correlationId,
    String stepKey,
    int attempt,
    boolean resumed,
    @Nullable String code,
    Facts facts,
    Context context) {}
