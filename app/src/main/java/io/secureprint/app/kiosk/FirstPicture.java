// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import javafx.animation.AnimationTimer;

/// Waits until the toolkit has drawn once. It draws beside its pulses, and the one after the next
/// does not begin before the picture of the first is done.
final class FirstPicture extends AnimationTimer {
  private static final int PULSES = 3;

  private final Runnable drawn;
  private int pulses;

  FirstPicture(Runnable drawn) {
    this.drawn = drawn;
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == PULSES) {
      stop();
      drawn.run();
    }
  }
}
