// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// What the shop may owe a customer: what was paid for a print that did not end well, or a payment
/// that was too much, too late or nobody's. `id` names it among all claims; `executionId` is empty
/// where it belongs to no session. `name` is the session's easy name, `code` the reason, `sides` how
/// many printed sides are known of.
public record Claim(
    String id, String executionId, String name, Paise amount, String code, int sides, Instant since) {}
