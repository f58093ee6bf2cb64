// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;

import java.util.regex.Pattern;

/// What a job is to be. Its name is all that the queue ever learns of it: `sps-` and 128 random bits
/// (decision 17). Copies are in the document.
public record JobTicket(String name, Paper paper, Sides sides) {
  private static final Pattern NAME = Pattern.compile("sps-[0-9a-f]{32}");

  public JobTicket {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a job name: " + name);
    }
  }
}
