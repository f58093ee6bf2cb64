// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// What the process that knows the PC's print services answers.
public sealed interface ServiceEvent {
  record Ready() implements ServiceEvent {}

  /// Whether it takes jobs, and how many it has, or [#UNTOLD].
  record Seen(boolean accepting, int queued) implements ServiceEvent {
    public static final int UNTOLD = -1;
  }

  /// There is none of that name, or it says nothing.
  record NotSeen() implements ServiceEvent {}

  record Services(List<Service> services) implements ServiceEvent {
    /// More are left out.
    public static final int MOST = 100;

    public Services {
      services = List.copyOf(services);
      if (services.size() > MOST) {
        throw new IllegalArgumentException("too many services: " + services.size());
      }
    }
  }

  /// One service by its name.
  record Service(String name, Capabilities capabilities) {}
}
