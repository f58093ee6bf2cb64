// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

/// The name and colour by which a customer finds the own session on kiosk and phone: "Blue Mango".
/// `colour` is `#rrggbb`, one of eight hues that colour-blind people can tell apart.
public record EasyName(String english, String hindi, String colour) {}
