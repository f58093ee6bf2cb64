// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.session.EasyName;

import java.time.Instant;

/// A UPI payment that somebody is about to make, for the kiosk's screen: whose, how much, the link in
/// its QR, and until when.
public record PaymentTile(
    String sessionId, EasyName name, Paise due, String link, Instant until) {}
