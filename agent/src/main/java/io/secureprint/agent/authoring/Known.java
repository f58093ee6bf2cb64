// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.kernel.form.StepOption;

import java.util.List;

/// Something that a step may name: its path, the type of the field whose answer it is, or `any`, and the
/// answers there are to choose from, where there are such.
public record Known(String path, String type, List<StepOption> options) {
  public Known {
    options = List.copyOf(options);
  }
}
