// SPDX-License-Identifier: Apache-2.0
/// Requests of any kind, made from what the API publishes of itself.
@NullMarked
package io.secureprint.agent.api.fuzz;

import org.jspecify.annotations.NullMarked;
