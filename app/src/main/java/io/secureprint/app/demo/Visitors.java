// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.demo;

import io.secureprint.agent.Agent;
import io.secureprint.agent.practice.Practice;
import io.secureprint.agent.practice.Street;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/// The customers who come to a practice shop by themselves, where somebody wants to see it live.
public final class Visitors implements AutoCloseable {
  private final @Nullable Street street;

  private Visitors(@Nullable Street street) {
    this.street = street;
  }

  public static Visitors inTheStreet(boolean wanted) throws IOException {
    return new Visitors(wanted ? Practice.street() : null);
  }

  /// What the shop's configuration needs for them.
  public Map<String, String> settings() {
    return street == null ? Map.of() : street.settings();
  }

  /// The shop is open.
  public void enter(Agent shop) throws IOException {
    if (street != null) {
      street.come(shop);
    }
  }

  @Override
  public void close() {
    if (street != null) {
      street.close();
    }
  }
}
