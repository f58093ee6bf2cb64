// SPDX-License-Identifier: Apache-2.0
/// The print journey: its workflow definition, the handlers that tie the rooms to the engine, and
/// what a shop sees of the journeys under way. The only room that knows all the others.
@NullMarked
package io.secureprint.agent.journey;

import org.jspecify.annotations.NullMarked;
