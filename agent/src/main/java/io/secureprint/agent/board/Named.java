// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

/// What a command made or changed, to be found again by its id.
sealed interface Named permits TaskCard, ActionPlan, SlaPolicy {
  String id();
}
