// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// A customer who paid and perhaps got nothing, as the shop sees it: `name` is the session's easy
/// name, `code` why it ended, `sides` how many printed sides are known of.
public record ClaimTile(
    String id, String name, Paise amount, String code, int sides, Instant since) {}
