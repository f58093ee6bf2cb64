// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What a file turned out to be by its content. The code goes on the wire, never the ordinal.
public enum DocumentKind {
  PDF("pdf"),
  JPEG("jpeg"),
  PNG("png");

  private final String code;

  DocumentKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
