// SPDX-License-Identifier: Apache-2.0
/// Workflows as their owner writes them: the JSON model, what is checked before one is published,
/// their versions, and how they become what the engine runs.
@NullMarked
package io.secureprint.agent.engine.definition;

import org.jspecify.annotations.NullMarked;

