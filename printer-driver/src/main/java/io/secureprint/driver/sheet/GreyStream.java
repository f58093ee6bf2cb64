// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSVisitor;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// An image in greys that is made when it is first read and let go when it is written, so that of a
/// job of scans one page at a time is in memory.
final class GreyStream extends COSStream {
  private static final float QUALITY = 0.85f;

  private final boolean photo;
  private final Runnable started;
  private final Source source;
  private byte @Nullable [] made;

  /// A `photo` is encoded as one; what is not stays exact. `started` is called before it is made.
  GreyStream(int width, int height, boolean photo, Runnable started, Source source) {
    this.photo = photo;
    this.started = started;
    this.source = source;
    setItem(COSName.TYPE, COSName.XOBJECT);
    setItem(COSName.SUBTYPE, COSName.IMAGE);
    setInt(COSName.WIDTH, width);
    setInt(COSName.HEIGHT, height);
    setInt(COSName.BITS_PER_COMPONENT, Byte.SIZE);
    setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    setItem(COSName.FILTER, photo ? COSName.DCT_DECODE : COSName.FLATE_DECODE);
  }

  @Override
  public InputStream createRawInputStream() throws IOException {
    return new ByteArrayInputStream(bytes());
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    return whole().createInputStream(options);
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    return whole().createView();
  }

  @Override
  public boolean hasData() {
    return true;
  }

  @Override
  public void accept(ICOSVisitor writer) throws IOException {
    setInt(COSName.LENGTH, bytes().length);
    super.accept(writer);
    made = null;
  }

  private COSStream whole() throws IOException {
    COSStream whole = new COSStream();
    whole.addAll(this);
    try (OutputStream out = whole.createRawOutputStream()) {
      out.write(bytes());
    }
    return whole;
  }

  private byte[] bytes() throws IOException {
    byte[] known = made;
    if (known == null) {
      started.run();
      known = encoded(source.pixels());
      made = known;
    }
    return known;
  }

  private byte[] encoded(BufferedImage pixels) throws IOException {
    if (pixels.getWidth() != getInt(COSName.WIDTH) || pixels.getHeight() != getInt(COSName.HEIGHT)) {
      throw new IOException("an image of another size than it said");
    }
    if (photo) {
      return JpegBytes.of(pixels, QUALITY);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(((DataBufferByte) pixels.getRaster().getDataBuffer()).getData());
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  /// Where the pixels come from: an image of one byte of grey each.
  @FunctionalInterface
  interface Source {
    BufferedImage pixels() throws IOException;
  }
}
