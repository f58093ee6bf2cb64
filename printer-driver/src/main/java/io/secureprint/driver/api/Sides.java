// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// On which sides of the paper the pages go, with the IPP `sides` keyword (RFC 8011 5.2.8).
public enum Sides {
  ONE("one-sided"),
  TWO_LONG_EDGE("two-sided-long-edge"),
  TWO_SHORT_EDGE("two-sided-short-edge");

  private final String keyword;

  Sides(String keyword) {
    this.keyword = keyword;
  }

  public String keyword() {
    return keyword;
  }

  public boolean duplex() {
    return this != ONE;
  }
}
