// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Theme;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeoutException;

final class TodayScreenTest {
  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @CsvSource({"today-closed, false", "today-one, false", "today-many, true"})
  void whatNeedsAHandScrollsOnlyWhereThereIsNoRoomForIt(String state, boolean scrolls) {
    assertThat(WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scrolls(state))).isEqualTo(scrolls);
  }

  private static boolean scrolls(String name) {
    ScreenState state =
        ScreenState.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    Scene scene = state.scene(Language.ENGLISH);
    new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
    for (int pass = 0; pass < 2; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    return scene.getRoot().lookupAll(".hands .scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }
}
