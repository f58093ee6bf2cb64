// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

/// One of those that a customer may choose.
public record StepOption(String value, StepText label) {
  public StepOption {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an option without a value");
    }
    JsonBytes.text("value", value, 200);
  }

  int bytes() {
    return 24 + JsonBytes.of(value) + label.bytes();
  }
}
