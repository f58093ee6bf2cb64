// SPDX-License-Identifier: Apache-2.0
/// What the engine does for the steps of an owner's workflow: asking, calling, choosing, waiting.
@NullMarked
package io.secureprint.agent.engine.step;

import org.jspecify.annotations.NullMarked;

