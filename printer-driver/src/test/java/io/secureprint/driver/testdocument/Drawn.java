// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/// What is to be seen on a page, for tests to look at.
public record Drawn(BufferedImage image) {
  public static final Path POPPLER = Path.of("/usr/bin/pdftoppm");

  /// Page `index` (from 0) of a PDF, `widthPx` wide.
  public static Drawn page(byte[] pdf, int index, int widthPx) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      float scale = (widthPx + 0.5f) / document.getPage(index).getCropBox().getWidth();
      return new Drawn(new PDFRenderer(document).renderImage(index, scale, ImageType.RGB));
    }
  }

  /// The same by poppler, which shares no code with what made the sheet.
  public static Drawn byPoppler(byte[] pdf, int index, int widthPx, int heightPx)
      throws IOException {
    String page = Integer.toString(index + 1);
    Process process =
        new ProcessBuilder(
                POPPLER.toString(), "-png", "-f", page, "-l", page,
                "-scale-to-x", Integer.toString(widthPx),
                "-scale-to-y", Integer.toString(heightPx), "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(pdf);
    }
    return new Drawn(Objects.requireNonNull(ImageIO.read(process.getInputStream())));
  }

  public static Drawn jpeg(byte[] jpeg) throws IOException {
    return new Drawn(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg))));
  }

  public static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// The same picture, turned clockwise by 0, 90 or 270 degrees.
  public Drawn turned(int degrees) {
    if (degrees == 0) {
      return this;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean right = degrees == 90;
        turned.setRGB(right ? height - 1 - y : y, right ? x : width - 1 - x, image.getRGB(x, y));
      }
    }
    return new Drawn(turned);
  }

  /// The colour at a place given as parts (0 to 1) of width and height, from the top left.
  public Color at(double x, double y) {
    return new Color(
        image.getRGB((int) (x * (image.getWidth() - 1)), (int) (y * (image.getHeight() - 1))));
  }

  /// How many pixels are not of a grey.
  public int colouredPixels() {
    int coloured = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color colour = new Color(image.getRGB(x, y));
        boolean grey =
            colour.getRed() == colour.getGreen() && colour.getGreen() == colour.getBlue();
        coloured += grey ? 0 : 1;
      }
    }
    return coloured;
  }

  /// How bright all is, without its colours.
  public Drawn brightness() {
    BufferedImage bright =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color colour = new Color(image.getRGB(x, y));
        int grey =
            (int) (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue());
        bright.setRGB(x, y, new Color(grey, grey, grey).getRGB());
      }
    }
    return new Drawn(bright);
  }

  /// The mean difference of all channels of all pixels, 0 to 255.
  public double distance(Drawn other) {
    if (image.getWidth() != other.image.getWidth()
        || image.getHeight() != other.image.getHeight()) {
      return 255;
    }
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color one = new Color(image.getRGB(x, y));
        Color two = new Color(other.image.getRGB(x, y));
        sum +=
            Math.abs(one.getRed() - two.getRed())
                + Math.abs(one.getGreen() - two.getGreen())
                + Math.abs(one.getBlue() - two.getBlue());
      }
    }
    return sum / (3.0 * image.getWidth() * image.getHeight());
  }
}
