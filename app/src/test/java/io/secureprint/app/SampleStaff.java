// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.SettingsFile;
import io.secureprint.agent.TestOwnerDesk;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The people of a shop in memory, and its settings file.
public final class SampleStaff {
  public final List<String> booked = new ArrayList<>();
  private final Path folder;
  private final TestStaff staff;

  /// Nobody has a PIN until somebody is hired.
  public SampleStaff(Path folder, InstantSource clock) {
    this.folder = folder;
    this.staff = new TestStaff(folder, clock, booked);
  }

  /// Asha who owns the shop (4711), Ravi who serves there (8520), and Meena who looks (1357).
  public SampleStaff hire() {
    try {
      staff.hire();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Shift shift() {
    return staff.shift();
  }

  public OwnerDesk owner(Shift shift) {
    return TestOwnerDesk.of(
        new SettingsFile(file(), Map.of()), folder.resolve("keys"), staff, shift);
  }

  public Path file() {
    return folder.resolve("config.toml");
  }
}
