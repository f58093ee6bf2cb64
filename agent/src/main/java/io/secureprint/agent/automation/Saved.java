// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.List;

/// What came of saving.
public sealed interface Saved {
  record Done(String id, int version) implements Saved {}

  record Faulty(List<Fault> faults) implements Saved {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// `AUTOMATION_CHANGED` when somebody saved meanwhile, or `AUTOMATIONS_TOO_MANY`.
  record Refused(String code) implements Saved {}
}
