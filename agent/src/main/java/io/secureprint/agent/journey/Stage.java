// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

/// Where a customer is, as kiosk and console tell it.
public enum Stage {
  CHOOSING, PAYING, PRINTING, COLLECT, ENDED
}
