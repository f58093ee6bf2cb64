// SPDX-License-Identifier: Apache-2.0
/// The wire to the phone (`docs/protocol.md`): the Noise handshake, frames and control messages, and
/// the guarded WebSocket server. It knows sessions only through [io.secureprint.agent.intake.Doors].
@NullMarked
package io.secureprint.agent.intake;

import org.jspecify.annotations.NullMarked;
