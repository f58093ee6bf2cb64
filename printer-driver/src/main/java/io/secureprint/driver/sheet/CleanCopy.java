// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.document.DocumentRefused;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Copies what a page is drawn with (fonts, images, colour spaces) out of one document. What could
/// act, tell something of the customer or lead elsewhere is left behind, by its key or by its type.
/// What is shared stays shared.
final class CleanCopy {
  private static final int MAX_OBJECTS = 500_000;
  private static final int MAX_DEPTH = 256;

  private static final Set<COSName> LEFT_KEYS =
      names(
          "A", "AA", "AF", "Alternates", "Annots", "B", "Dests", "EF", "JS", "JavaScript",
          "LastModified", "Measure", "Metadata", "Names", "OPI", "OpenAction", "Parent",
          "PieceInfo", "PtData", "Ref", "RichMediaContent", "SeparationInfo", "StructParent",
          "StructParents", "URI", "Usage", "XFA");

  /// Of streams only: data in another file (ISO 32000-1 table 5).
  private static final Set<COSName> LEFT_STREAM_KEYS =
      names("F", "FFilter", "FDecodeParms", "DL");

  /// Their keys are names that the file made up, so any key may stand there.
  private static final Set<COSName> NAME_MAPS =
      names(
          "CharProcs", "ColorSpace", "Colorants", "ExtGState", "Font", "Pattern", "Properties",
          "Shading", "XObject");

  private static final Set<COSName> LEFT_TYPES =
      names(
          "Action", "Annot", "Catalog", "EmbeddedFile", "Filespec", "Metadata", "Outlines", "Page",
          "Pages", "Sig", "StructElem", "StructTreeRoot");

  private static final COSName GROUP = COSName.getPDFName("OCG");
  private static final COSName POSTSCRIPT = COSName.getPDFName("PS");

  private final IdentityHashMap<COSBase, COSBase> copies = new IdentityHashMap<>();
  private int depth;

  /// The copy of a whole dictionary.
  COSDictionary dictionary(COSDictionary source) {
    return of(source) instanceof COSDictionary copy ? copy : new COSDictionary();
  }

  /// The copy, or nothing where the thing is left behind.
  @Nullable COSBase of(@Nullable COSBase source) {
    @Nullable COSBase actual = actual(source);
    if (actual == null || actual instanceof COSNull) {
      return null;
    }
    if (!(actual instanceof COSDictionary || actual instanceof COSArray)) {
      return actual instanceof COSString text ? new COSString(text.getBytes()) : actual;
    }
    @Nullable COSBase known = copies.get(actual);
    if (known != null) {
      if (source instanceof COSObject) {
        known.setDirect(false);
      }
      return known;
    }
    if (copies.size() >= MAX_OBJECTS || depth >= MAX_DEPTH) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_COMPLEX);
    }
    depth++;
    @Nullable COSBase copy = copied(actual);
    depth--;
    if (copy != null) {
      copy.setDirect(!(source instanceof COSObject) && !(copy instanceof COSStream));
    }
    return copy;
  }

  private @Nullable COSBase copied(COSBase actual) {
    return switch (actual) {
      case COSArray array -> array(array);
      case COSDictionary dictionary when leftBehind(dictionary) -> null;
      case COSStream stream -> filled(stream, new BorrowedStream(stream), LEFT_STREAM_KEYS);
      case COSDictionary layer when GROUP.equals(layer.getCOSName(COSName.TYPE)) -> layer(layer);
      case COSDictionary dictionary -> filled(dictionary, new COSDictionary(), Set.of());
      default -> throw new IllegalStateException("not a container: " + actual.getClass());
    };
  }

  private COSArray array(COSArray source) {
    COSArray copy = new COSArray();
    copies.put(source, copy);
    for (COSBase entry : source) {
      @Nullable COSBase value = of(entry);
      copy.add(value == null ? COSNull.NULL : value);
    }
    return copy;
  }

  private COSDictionary filled(COSDictionary source, COSDictionary copy, Set<COSName> alsoLeft) {
    copies.put(source, copy);
    for (Map.Entry<COSName, COSBase> entry : source.entrySet()) {
      COSName key = entry.getKey();
      if (LEFT_KEYS.contains(key) || alsoLeft.contains(key)) {
        continue;
      }
      @Nullable COSBase value =
          NAME_MAPS.contains(key) && actual(entry.getValue()) instanceof COSDictionary map
              ? nameMap(map)
              : of(entry.getValue());
      if (value != null) {
        copy.setItem(key, value);
      }
    }
    return copy;
  }

  private @Nullable COSBase nameMap(COSDictionary source) {
    if (source instanceof COSStream || source.containsKey(COSName.TYPE) || copies.containsKey(source)) {
      return of(source);
    }
    COSDictionary copy = new COSDictionary();
    copies.put(source, copy);
    for (Map.Entry<COSName, COSBase> entry : source.entrySet()) {
      @Nullable COSBase value = of(entry.getValue());
      if (value != null) {
        copy.setItem(entry.getKey(), value);
      }
    }
    return copy;
  }

  /// A layer is only switched on or off; its name is the customer's.
  private COSDictionary layer(COSDictionary source) {
    COSDictionary copy = new COSDictionary();
    copies.put(source, copy);
    copy.setItem(COSName.TYPE, GROUP);
    copy.setString(COSName.NAME, "");
    return copy;
  }

  private static @Nullable COSBase actual(@Nullable COSBase source) {
    return source instanceof COSObject reference ? reference.getObject() : source;
  }

  private static boolean leftBehind(COSDictionary dictionary) {
    @Nullable COSName type = dictionary.getCOSName(COSName.TYPE);
    return (type != null && LEFT_TYPES.contains(type))
        || (dictionary instanceof COSStream
            && POSTSCRIPT.equals(dictionary.getCOSName(COSName.SUBTYPE)));
  }

  private static Set<COSName> names(String... names) {
    return Arrays.stream(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
  }
}
