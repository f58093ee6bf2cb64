// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of steps as this screen shows them, by the names of the JSON.
enum StepKind {
  FORM(Feather.EDIT_3),
  INFO(Feather.INFO),
  CONFIRMATION(Feather.HELP_CIRCLE),
  VALIDATION(Feather.CHECK_SQUARE),
  API_CALL(Feather.SERVER),
  APPROVAL(Feather.THUMBS_UP),
  TASK(Feather.CLIPBOARD),
  WAIT(Feather.CLOCK),
  PARALLEL(Feather.LAYERS),
  SWITCH(Feather.GIT_BRANCH),
  PRINT_OPTIONS(Feather.SLIDERS),
  PRINT_PAYMENT(Feather.CREDIT_CARD),
  PRINT_OUTPUT(Feather.PRINTER);

  private final Feather picture;

  StepKind(Feather picture) {
    this.picture = picture;
  }

  Feather picture() {
    return picture;
  }

  /// Whether it is the shop's own: it cannot be added, removed or moved past another.
  boolean prints() {
    return name().startsWith("PRINT_");
  }

  /// Whether a customer answers it.
  boolean asks() {
    return this == FORM || this == INFO || this == CONFIRMATION;
  }

  /// Those that an owner may add.
  static List<StepKind> addable() {
    return Arrays.stream(values()).filter(kind -> !kind.prints()).toList();
  }

  /// Those that may be done beside others.
  static List<StepKind> alone() {
    return List.of(TASK, VALIDATION, API_CALL, WAIT);
  }

  /// Empty where the JSON names something that there is not.
  static Optional<StepKind> of(String type) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(type)).findFirst();
  }
}
