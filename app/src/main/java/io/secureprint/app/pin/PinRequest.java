// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.agent.access.Shift;

/// A PIN that something waits for, and the pad to type it on.
record PinRequest(Shift.Wish wish, PinPadViewModel pad) {}
