// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

final class ScreensTest {
  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void noWordIsCutShortInAnyLanguage() {
    List<String> clipped = new ArrayList<>();
    Screens.each(
        (name, scene) ->
            Texts.clipped(scene.getRoot()).forEach(text -> clipped.add(name + ": " + text)));

    assertThat(clipped).isEmpty();
  }

  @Test
  @Tag("screenshots")
  void writesThePicturesOfTheDocumentation() {
    Screens.write(Path.of("..", "docs", "screens"), ScreensTest::documented);
  }

  /// Each state once in each language and once in each theme.
  private static boolean documented(String name) {
    return name.endsWith("-en-light") || name.endsWith("-hi-dark");
  }
}
