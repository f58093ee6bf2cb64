// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

/// A new PIN under a person's hands.
public final class TypedPin {
  private TypedPin() {}

  public static void type(NewPinModel model, String first, String again) {
    model.first().set(first);
    model.second().set(again);
  }

  /// The code beside the first field, or the second; empty when all is well.
  public static String wrong(NewPinModel model) {
    return model.firstWrong().get() + model.secondWrong().get();
  }
}
