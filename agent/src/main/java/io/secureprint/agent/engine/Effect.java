// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import org.jspecify.annotations.Nullable;

/// One thing done to the outside world. `key` is the same however often the step is run;
/// `outsideName` is the name under which the outside knows it, random and free of meaning.
public record Effect(
    String key,
    String executionId,
    String outsideName,
    EffectState state,
    @Nullable String externalRef,
    Facts evidence) {}
