// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;

import java.io.IOException;
import java.io.InputStream;

/// A stream of the sheet PDF whose bytes stay in the source document until they are written, so that
/// a scan of 100 MB is not held twice. The source must stay open as long.
final class BorrowedStream extends COSStream {
  private final COSStream source;

  BorrowedStream(COSStream source) {
    this.source = source;
  }

  @Override
  public InputStream createRawInputStream() throws IOException {
    return source.createRawInputStream();
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    return source.createInputStream(options);
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    return source.createView();
  }

  @Override
  public boolean hasData() {
    return source.hasData();
  }
}
