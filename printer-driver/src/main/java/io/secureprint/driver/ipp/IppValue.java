// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

/// One value of an attribute, with its tag (RFC 8010 3.5.2).
public sealed interface IppValue {
  int tag();

  /// An integer (0x21) or an enum (0x23).
  record Int(int tag, int value) implements IppValue {
    public Int {
      if (tag != IppTag.INTEGER && tag != IppTag.ENUM) {
        throw new IllegalArgumentException("not a number's tag: " + tag);
      }
    }
  }

  record Bool(boolean value) implements IppValue {
    @Override
    public int tag() {
      return IppTag.BOOLEAN;
    }
  }

  /// A character string; tags 0x40 to 0x49, without language.
  record Text(int tag, String value) implements IppValue {
    public Text {
      if (!IppTag.isText(tag)) {
        throw new IllegalArgumentException("not a text's tag: " + tag);
      }
    }
  }

  /// Any other value, as its bytes: dates, resolutions, ranges, members of collections.
  @SuppressWarnings("ArrayRecordComponent") // carried through, never compared
  record Other(int tag, byte[] bytes) implements IppValue {}

  static IppValue keyword(String value) {
    return new Text(IppTag.KEYWORD, value);
  }

  static IppValue name(String value) {
    return new Text(IppTag.NAME, value);
  }

  static IppValue uri(String value) {
    return new Text(IppTag.URI, value);
  }

  static IppValue integer(int value) {
    return new Int(IppTag.INTEGER, value);
  }
}
