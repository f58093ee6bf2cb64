// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

/// The tags of RFC 8010 3.5 that we send or look at.
final class IppTag {
  static final int OPERATION = 0x01;
  static final int JOB = 0x02;
  static final int END = 0x03;
  static final int PRINTER = 0x04;
  static final int INTEGER = 0x21;
  static final int BOOLEAN = 0x22;
  static final int ENUM = 0x23;
  static final int NAME = 0x42;
  static final int KEYWORD = 0x44;
  static final int URI = 0x45;
  static final int CHARSET = 0x47;
  static final int LANGUAGE = 0x48;
  static final int MIME = 0x49;
  private static final int LAST_DELIMITER = 0x0F;
  private static final int FIRST_TEXT = 0x40;
  private static final int MEMBER_NAME = 0x4A;

  private IppTag() {}

  static boolean isText(int tag) {
    return tag >= FIRST_TEXT && tag < MEMBER_NAME;
  }

  static boolean isDelimiter(int tag) {
    return tag <= LAST_DELIMITER;
  }
}
