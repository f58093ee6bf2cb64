// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/// Values as they are called, for what one of them is chosen of.
final class Names extends StringConverter<String> {
  private final Inputs.Naming naming;

  Names(Inputs.Naming naming) {
    this.naming = naming;
  }

  @Override
  public String toString(@Nullable String value) {
    return value == null ? "" : naming.of(value);
  }

  @Override
  public String fromString(String name) {
    return name;
  }
}
