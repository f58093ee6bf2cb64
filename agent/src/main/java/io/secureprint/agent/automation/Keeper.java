// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.Optional;

/// Who answers for what a person does around automations.
@FunctionalInterface
public interface Keeper {
  /// In whose name it is done when somebody called `actor` wants to; empty when nobody may. Blocks while
  /// a PIN is asked for.
  Optional<String> author(Right right, String actor);

  /// What somebody may be allowed to do.
  enum Right {
    /// Says what the shop does by itself, sees the secrets of webhooks, decides about what could not be
    /// brought.
    CHANGE,
    /// Presses a button that the owner has made, and says that an alert was seen.
    TEND
  }
}
