// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.SheetPlan;

/// What became of a wish for sheets.
public sealed interface PlanOutcome {
  record Planned(SheetPlan plan) implements PlanOutcome {}

  record Refused(DocumentRefusal refusal) implements PlanOutcome {}
}
