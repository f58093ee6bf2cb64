// SPDX-License-Identifier: Apache-2.0
/// Seeing what happened: history and health.
@NullMarked
package io.secureprint.agent.observe;

import org.jspecify.annotations.NullMarked;
