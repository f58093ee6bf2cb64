// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.Opened;
import io.secureprint.driver.testdocument.SealedUpload;
import io.secureprint.driver.testdocument.TestPng;

import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

final class PngOpenerTest {
  private static final int SIZE = 100;

  @ParameterizedTest
  @MethodSource("images")
  void whatTheJdkWritesIsSeenAsItWasOnWhitePaper(BufferedImage image) throws IOException {
    for (boolean interlaced : new boolean[] {false, true}) {
      try (SafeDocument document = Opened.document(TestPng.of(image, interlaced))) {
        assertThat(document.facts().kind()).isEqualTo(DocumentKind.PNG);
        assertThat(seen(document).distance(new Drawn(onWhite(image)))).isLessThan(2);
      }
    }
  }

  static Stream<BufferedImage> images() {
    return Stream.of(
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_USHORT_GRAY)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_INDEXED)),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY, palette(2))),
        painted(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY, palette(4))),
        painted(deep(ColorSpace.CS_sRGB, false)),
        painted(deep(ColorSpace.CS_sRGB, true)),
        painted(deep(ColorSpace.CS_GRAY, true)));
  }

  @Test
  void oneColourCanBeLeftOutWithoutAlpha() throws IOException {
    byte[] red = HexFormat.of().parseHex("00ff0000");
    byte[] clearRed = HexFormat.of().parseHex("00ff00000000");
    byte[] whole =
        TestPng.begun(1, 1, 8, TestPng.RGB).chunk("tRNS", clearRed).pixels(red, 99).ended();
    assertThat(corner(whole)).isEqualTo(Color.WHITE);
    assertThat(corner(TestPng.begun(1, 1, 8, TestPng.RGB).pixels(red, 99).ended()))
        .isEqualTo(Color.RED);
    byte[] grey = TestPng.begun(1, 1, 2, TestPng.GREY)
        .chunk("tRNS", new byte[] {0, 1}).pixels(new byte[] {0, 0x40}, 99).ended();
    assertThat(corner(grey)).isEqualTo(Color.WHITE);
  }

  @Test
  void greyIsFoundToHaveNoColourAndALargePictureIsThinnedOut() throws IOException {
    BufferedImage grey = painted(new BufferedImage(7_200, 5_100, BufferedImage.TYPE_BYTE_GRAY));
    try (SafeDocument document = Opened.document(TestPng.of(grey, false))) {
      assertThat(document.facts().pages().getFirst().colour()).isFalse();
      assertThat(document.facts().pages().getFirst().heightPt()).isBetween(596.0, 597.0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000})
  void pixelsMayComeInAnyNumberOfChunks(int size) throws IOException {
    byte[] lines = new byte[10 * 31];
    assertThat(corner(TestPng.begun(10, 10, 8, TestPng.RGB).pixels(lines, size).ended()))
        .isEqualTo(Color.BLACK);
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoWholePngIsRefused(byte[] file) throws IOException {
    assertThat(Opened.outcome(new SealedUpload(file)))
        .isEqualTo(new OpenOutcome.Refused(DocumentRefusal.DOCUMENT_BROKEN));
  }

  static Stream<byte[]> whatIsNoWholePngIsRefused() {
    byte[] four = new byte[4];
    byte[] lines = {0, 0, 0, 0, 0, 0};
    TestPng grey = TestPng.begun(2, 2, 8, TestPng.GREY);
    byte[] whole = grey.pixels(lines, 99).ended();
    return Stream.of(
        TestPng.begun(0, 2, 8, TestPng.GREY).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 3, TestPng.GREY).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 4, TestPng.RGB).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 8, 5).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.PALETTE).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.PALETTE).chunk("PLTE", four).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).chunk("tRNS", new byte[1]).pixels(lines, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).chunk("PLTE", new byte[999]).pixels(lines, 9).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).pixels(new byte[] {5, 0, 0, 0, 0, 0}, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).pixels(four, 99).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).chunk("IDAT", four).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).damaged("IDAT", new byte[0]).pixels(lines, 9).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).damaged("PLTE", new byte[3]).pixels(lines, 9).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).pixels(lines, 9).damaged("IEND", new byte[0]).bytes(),
        TestPng.begun(2, 2, 8, TestPng.GREY).ended(),
        TestPng.begun(2, 2, 8, TestPng.GREY).pixels(lines, 99).bytes(),
        changed(whole, 11, 0x7F),
        changed(whole, 18, 9));
  }

  @Test
  void aPngCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = TestPng.of(painted(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB)), true);
    for (int length = 8; length < whole.length; length++) {
      assertThat(Opened.outcome(new SealedUpload(Arrays.copyOf(whole, length))))
          .isEqualTo(new OpenOutcome.Refused(DocumentRefusal.DOCUMENT_BROKEN));
    }
  }

  /// Colours, greys and half transparent ones, different in each corner.
  private static BufferedImage painted(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    int width = image.getWidth();
    int height = image.getHeight();
    for (int i = 0; i < 16; i++) {
      graphics.setColor(new Color(255 - 15 * i, 16 * i, (100 * i) % 255, 255 - 10 * i));
      graphics.fillRect(i % 4 * width / 4, i / 4 * height / 4, width / 4, height / 4);
    }
    graphics.dispose();
    return image;
  }

  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage white = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = white.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.dispose();
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int alpha = image.getColorModel().hasAlpha() ? image.getRGB(x, y) >>> 24 : 255;
        white.setRGB(x, y, mixed(samples(image, x, y), alpha));
      }
    }
    return white;
  }

  /// Greys as they stand in the file: the JDK would change their brightness.
  private static int[] samples(BufferedImage image, int x, int y) {
    int[] pixel = image.getRaster().getPixel(x, y, (int[]) null);
    int shift = image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    if (image.getColorModel() instanceof IndexColorModel || pixel.length > 2) {
      Color colour = new Color(image.getRGB(x, y));
      return pixel.length > 2 && shift == 8
          ? new int[] {pixel[0] >> 8, pixel[1] >> 8, pixel[2] >> 8}
          : new int[] {colour.getRed(), colour.getGreen(), colour.getBlue()};
    }
    return new int[] {pixel[0] >> shift, pixel[0] >> shift, pixel[0] >> shift};
  }

  private static int mixed(int[] rgb, int alpha) {
    int red = (rgb[0] * alpha + 255 * (255 - alpha)) / 255;
    int green = (rgb[1] * alpha + 255 * (255 - alpha)) / 255;
    int blue = (rgb[2] * alpha + 255 * (255 - alpha)) / 255;
    return new Color(red, green, blue).getRGB();
  }

  private static BufferedImage deep(int space, boolean alpha) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    return new BufferedImage(model, model.createCompatibleWritableRaster(SIZE, SIZE), false, null);
  }

  private static IndexColorModel palette(int bits) {
    byte[] red = new byte[1 << bits];
    byte[] blue = new byte[1 << bits];
    for (int i = 0; i < red.length; i++) {
      red[i] = (byte) (i * 255 / (red.length - 1));
      blue[i] = (byte) (255 - (red[i] & 0xFF));
    }
    return new IndexColorModel(bits, red.length, red, blue, blue);
  }

  private static Drawn seen(SafeDocument document) throws IOException {
    float scale = (SIZE + 0.5f) / document.pdf().getPage(0).getCropBox().getWidth();
    return new Drawn(new PDFRenderer(document.pdf()).renderImage(0, scale));
  }

  private static Color corner(byte[] png) throws IOException {
    try (SafeDocument document = Opened.document(png)) {
      return seen(document).at(0.5, 0.5);
    }
  }

  private static byte[] changed(byte[] png, int at, int value) {
    byte[] changed = png.clone();
    changed[at] = (byte) value;
    return changed;
  }
}
