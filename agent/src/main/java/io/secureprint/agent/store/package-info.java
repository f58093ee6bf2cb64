// SPDX-License-Identifier: Apache-2.0
/// The only room that knows SQL. It implements the ports of the others; nobody but the agent's
/// wiring knows it.
@NullMarked
package io.secureprint.agent.store;

import org.jspecify.annotations.NullMarked;
