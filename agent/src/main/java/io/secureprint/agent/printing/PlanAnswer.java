// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.SheetPlan;

/// What a worker makes of the customer's options.
public sealed interface PlanAnswer {
  record Planned(SheetPlan plan) implements PlanAnswer {}

  record Refused(String code) implements PlanAnswer {}
}
