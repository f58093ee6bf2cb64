// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Writes one content stream anew with each colour as its grey, and leaves the rest as it is.
final class GreyContent {
  private static final int MAX_OPERANDS = 10_000;
  private static final int MAX_SAVED = 10_000;

  private final GreyResources resources;
  private final ContentStreamWriter out;
  private final List<COSBase> operands = new ArrayList<>();
  private final Deque<Spaces> saved = new ArrayDeque<>();
  private Spaces spaces;

  /// `inherits`: it begins with the colours of whatever draws it.
  GreyContent(GreyResources resources, OutputStream out, boolean inherits) {
    this.resources = resources;
    this.out = new ContentStreamWriter(out);
    this.spaces =
        inherits ? new Spaces(null, null) : new Spaces(PDDeviceGray.INSTANCE, PDDeviceGray.INSTANCE);
  }

  /// @throws IOException if it cannot be rewritten safely
  void rewrite(PDFStreamParser content) throws IOException {
    for (Object token = content.parseNextToken(); token != null; token = content.parseNextToken()) {
      if (token instanceof Operator operator) {
        rewrite(operator);
        operands.clear();
      } else if (operands.size() < MAX_OPERANDS) {
        operands.add((COSBase) token);
      } else {
        throw new IOException("an operator without end");
      }
    }
  }

  private void rewrite(Operator operator) throws IOException {
    switch (operator.getName()) {
      case OperatorName.SAVE -> save(operator);
      case OperatorName.RESTORE -> restore(operator);
      case OperatorName.NON_STROKING_GRAY -> device(COSName.DEVICEGRAY, false);
      case OperatorName.STROKING_COLOR_GRAY -> device(COSName.DEVICEGRAY, true);
      case OperatorName.NON_STROKING_RGB -> device(COSName.DEVICERGB, false);
      case OperatorName.STROKING_COLOR_RGB -> device(COSName.DEVICERGB, true);
      case OperatorName.NON_STROKING_CMYK -> device(COSName.DEVICECMYK, false);
      case OperatorName.STROKING_COLOR_CMYK -> device(COSName.DEVICECMYK, true);
      case OperatorName.NON_STROKING_COLORSPACE -> space(operator, false);
      case OperatorName.STROKING_COLORSPACE -> space(operator, true);
      case OperatorName.NON_STROKING_COLOR, OperatorName.NON_STROKING_COLOR_N ->
          colour(operator, false);
      case OperatorName.STROKING_COLOR, OperatorName.STROKING_COLOR_N -> colour(operator, true);
      case OperatorName.SHADING_FILL -> keepIf(operator, resources.shading(name(0)));
      case OperatorName.DRAW_OBJECT -> keepIf(operator, resources.xobject(name(0)));
      case OperatorName.SET_GRAPHICS_STATE_PARAMS -> keepIf(operator, resources.state(name(0)));
      case OperatorName.SET_FONT_AND_SIZE -> {
        resources.font(name(0));
        keep(operator);
      }
      case OperatorName.BEGIN_MARKED_CONTENT_SEQ, OperatorName.MARKED_CONTENT_POINT_WITH_PROPS -> {
        resources.property(operands);
        keep(operator);
      }
      case OperatorName.BEGIN_INLINE_IMAGE -> inline(operator);
      default -> keep(operator);
    }
  }

  private void save(Operator operator) throws IOException {
    if (saved.size() == MAX_SAVED) {
      throw new IOException("states without end");
    }
    saved.push(spaces);
    keep(operator);
  }

  private void restore(Operator operator) throws IOException {
    if (!saved.isEmpty()) {
      spaces = saved.pop();
    }
    keep(operator);
  }

  private void device(COSName name, boolean stroke) throws IOException {
    PDColorSpace space = resources.space(name);
    spaces = spaces.with(space, stroke);
    grey(space, stroke);
  }

  private void space(Operator operator, boolean stroke) throws IOException {
    PDColorSpace space = resources.space(name(0));
    spaces = spaces.with(space, stroke);
    if (space instanceof PDPattern) {
      write(COSName.PATTERN, operator);
    } else {
      write(Greys.of(space, space.getInitialColor().getComponents()), stroke);
    }
  }

  private void colour(Operator operator, boolean stroke) throws IOException {
    @Nullable PDColorSpace space = stroke ? spaces.stroke() : spaces.fill();
    if (space == null) {
      throw new IOException("a colour of a space that was set elsewhere");
    }
    if (space instanceof PDPattern patterns) {
      pattern(operator, patterns, stroke);
    } else {
      grey(space, stroke);
    }
  }

  private void pattern(Operator operator, PDPattern patterns, boolean stroke) throws IOException {
    COSName name = name(operands.size() - 1);
    if (!resources.pattern(name)) {
      return;
    }
    Operator choose =
        Operator.getOperator(
            stroke ? OperatorName.STROKING_COLORSPACE : OperatorName.NON_STROKING_COLORSPACE);
    @Nullable PDColorSpace under = patterns.getUnderlyingColorSpace();
    if (under == null || operands.size() == 1) {
      write(COSName.PATTERN, choose);
      write(name, operator);
    } else {
      write(resources.uncolouredPatterns(), choose);
      out.writeToken(number(Greys.of(under, components())));
      write(name, operator);
    }
  }

  /// The operands as a colour, which readers ignore where it is too short.
  private void grey(PDColorSpace space, boolean stroke) throws IOException {
    float[] components = components();
    if (components.length >= space.getNumberOfComponents()) {
      write(Greys.of(space, components), stroke);
    }
  }

  private void inline(Operator operator) throws IOException {
    @Nullable COSName image = resources.inline(operator);
    if (image == null) {
      keep(operator);
    } else {
      write(image, Operator.getOperator(OperatorName.DRAW_OBJECT));
    }
  }

  private void keepIf(Operator operator, boolean copied) throws IOException {
    if (copied) {
      keep(operator);
    }
  }

  private void keep(Operator operator) throws IOException {
    for (COSBase operand : operands) {
      out.writeToken(operand);
    }
    out.writeToken(operator);
  }

  private void write(float grey, boolean stroke) throws IOException {
    write(
        number(grey),
        Operator.getOperator(
            stroke ? OperatorName.STROKING_COLOR_GRAY : OperatorName.NON_STROKING_GRAY));
  }

  private void write(COSBase operand, Operator operator) throws IOException {
    out.writeToken(operand);
    out.writeToken(operator);
  }

  private static COSFloat number(float grey) {
    return new COSFloat(Math.round(grey * 10_000) / 10_000f);
  }

  private COSName name(int operand) throws IOException {
    if (operand >= 0 && operand < operands.size() && operands.get(operand) instanceof COSName name) {
      return name;
    }
    throw new IOException("an operator without its name");
  }

  private float[] components() {
    List<COSNumber> numbers =
        operands.stream()
            .filter(COSNumber.class::isInstance)
            .map(COSNumber.class::cast)
            .toList();
    float[] components = new float[numbers.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = numbers.get(i).floatValue();
    }
    return components;
  }

  /// The colour spaces that are set; null for one that is not known here.
  private record Spaces(@Nullable PDColorSpace fill, @Nullable PDColorSpace stroke) {
    Spaces with(PDColorSpace space, boolean stroking) {
      return stroking ? new Spaces(fill, space) : new Spaces(space, stroke);
    }
  }
}
