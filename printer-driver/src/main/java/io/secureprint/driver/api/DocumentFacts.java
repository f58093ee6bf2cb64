// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// What is known of a document that passed every check: its kind by content, and its pages (1 to
/// 1,000) in reading order.
public record DocumentFacts(DocumentKind kind, List<PageFacts> pages) {
  public static final int MAX_PAGES = 1_000;

  public DocumentFacts {
    pages = List.copyOf(pages);
    if (pages.isEmpty() || pages.size() > MAX_PAGES) {
      throw new IllegalArgumentException("pages out of range: " + pages.size());
    }
  }
}
