// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.app.Camera;

import com.google.zxing.ReaderException;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

import java.util.concurrent.TimeoutException;

final class QrImageTest {
  private static final String ADDRESS = "http://192.168.1.20:8080/#" + "Ab1_".repeat(17);

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @ValueSource(doubles = {106, 333, 640, 2000})
  void aPhoneReadsItAtAnySize(double room) throws ReaderException {
    WritableImage image = QrImage.of(ADDRESS, room);

    assertThat(Camera.read(image)).isEqualTo(ADDRESS);
    assertThat(image.getWidth()).isLessThanOrEqualTo(room);
  }

  @Test
  void itHasAQuietZoneOfFourModules() {
    WritableImage image = QrImage.of("x", 29 * 3);

    assertThat(image.getWidth()).isEqualTo(29 * 3.0);
    assertThat(image.getPixelReader().getColor(4 * 3 - 1, 4 * 3)).isEqualTo(Color.WHITE);
    assertThat(image.getPixelReader().getColor(4 * 3, 4 * 3)).isEqualTo(Color.BLACK);
  }

  @Test
  void aTextThatNoCodeHoldsIsRefusedWithoutRepeatingIt() {
    String secret = "s".repeat(3_000);

    assertThatThrownBy(() -> QrImage.of(secret, 500))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no QR code holds a text of 3000 characters");
  }
}
