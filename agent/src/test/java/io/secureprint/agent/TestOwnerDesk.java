// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;

/// The owner's desk of a shop that is not open.
public final class TestOwnerDesk {
  private TestOwnerDesk() {}

  public static OwnerDesk of(SettingsFile settings, TestStaff staff, Shift shift) {
    return new OwnerDesk(
        settings,
        new SettingsSecrets(settings),
        new StaffRoom(staff.people(), shift, staff.records()));
  }
}
