// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.time.Clock;

/// The one door of this room: the command line opens it, and nobody else.
public final class Practice {
  private Practice() {}

  /// Opens a shop of its own for a demonstration.
  ///
  /// @throws ConfigFile.Unusable when a setting cannot be used
  public static Demo demo(Demo.Wishes wishes) throws IOException, ConfigFile.Unusable {
    return Demo.open(wishes, Clock.systemUTC(), Ids.secure());
  }

  /// Opens the practice bank, and a street of customers for somebody else's practice shop.
  public static Street street() throws IOException {
    return Street.open(Clock.systemUTC(), Ids.secure(), Street.Pace.HUMAN);
  }
}
