// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import javafx.scene.layout.Region;

/// When in the run a step ran: a thin line as long as the run, with the step's share marked.
final class SpanBar extends Region {
  private static final double LEAST = 3;

  private final Region mark = new Region();
  private final double from;
  private final double to;

  /// @param from where it starts, 0 to 1 of the run
  /// @param to where it ends
  SpanBar(double from, double to) {
    this.from = Math.clamp(from, 0, 1);
    this.to = Math.clamp(to, 0, 1);
    getStyleClass().add("span-bar");
    mark.getStyleClass().add("span-mark");
    getChildren().add(mark);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(LEAST, (to - from) * getWidth());
    double x = Math.min(from * getWidth(), getWidth() - width);
    mark.resizeRelocate(x, 0, width, getHeight());
  }
}
