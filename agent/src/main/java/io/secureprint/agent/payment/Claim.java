// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// What a customer has paid and perhaps not got: the journey ended without its print, and no person
/// has settled it yet. `name` is the session's easy name, `code` why it ended, `sides` how many
/// printed sides are known of.
public record Claim(
    String executionId, String name, Paise amount, String code, int sides, Instant since) {}
