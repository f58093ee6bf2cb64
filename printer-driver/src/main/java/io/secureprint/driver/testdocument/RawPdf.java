// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a PDF object by object: what no library would write, and where there is no library.
public final class RawPdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  public RawPdf() {
    text("%PDF-1.7\n");
  }

  /// The next object, numbered from 1; object 1 is the catalog.
  public RawPdf object(String body) {
    begin();
    text(body + "\nendobj\n");
    return this;
  }

  public RawPdf stream(String dictionary, byte[] data) {
    begin();
    text("<<" + dictionary + " /Length " + data.length + ">>\nstream\n");
    out.writeBytes(data);
    text("\nendstream\nendobj\n");
    return this;
  }

  /// So many bytes, 2 or more, that mean nothing.
  public RawPdf comment(int bytes) {
    text("%" + " ".repeat(bytes - 2) + "\n");
    return this;
  }

  public byte[] bytes() {
    int start = out.size();
    text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      text(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
    }
    text("trailer\n<</Root 1 0 R /Size " + (offsets.size() + 1) + ">>\n");
    text("startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void begin() {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
