// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a printer can do, as far as it says so; what it does not say, it cannot. `papers` are those
/// it has loaded, or can take where it does not tell what is loaded; `pdf` is whether it takes our
/// sheets as they are; `model` is its make and model, or empty.
public record Capabilities(
    String model, boolean colour, boolean duplex, Set<Paper> papers, boolean pdf) {
  private static final int LONGEST_MODEL = 127;

  public Capabilities {
    model = model.strip();
    model = model.substring(0, Math.min(model.length(), LONGEST_MODEL));
    papers =
        papers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(papers));
  }
}
