// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a printer can do, as far as it says so; what it does not say, it cannot. `model` is its make
/// and model, or empty. `papers` are those it takes, `loaded` those of them that are in it now, none
/// where it does not tell (CUPS has been seen to tell of others than the printer itself). `pdf` is
/// whether it takes our sheets as they are.
public record Capabilities(
    String model,
    boolean colour,
    boolean duplex,
    Set<Paper> papers,
    Set<Paper> loaded,
    boolean pdf) {
  private static final int LONGEST_MODEL = 127;

  public Capabilities {
    model = model.strip();
    model = model.substring(0, Math.min(model.length(), LONGEST_MODEL));
    papers = inOrder(papers);
    loaded = inOrder(loaded);
  }

  private static Set<Paper> inOrder(Set<Paper> papers) {
    EnumSet<Paper> copy = EnumSet.noneOf(Paper.class);
    copy.addAll(papers);
    return Collections.unmodifiableSet(copy);
  }
}
