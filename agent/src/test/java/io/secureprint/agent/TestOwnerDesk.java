// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.kernel.Ids;

import java.nio.file.Path;

/// The owner's desk of a shop that is not open.
public final class TestOwnerDesk {
  private TestOwnerDesk() {}

  /// Secrets are kept in `keys`.
  public static OwnerDesk of(SettingsFile settings, Path keys, TestStaff staff, Shift shift) {
    return new OwnerDesk(
        settings,
        new SecretStore(keys, Ids.secure()),
        new StaffRoom(staff.people(), shift, staff.records()));
  }
}
