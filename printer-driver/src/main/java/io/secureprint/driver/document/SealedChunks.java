// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import java.io.IOException;

/// Where the sealed chunks of one file come from.
@FunctionalInterface
public interface SealedChunks {
  /// The chunk of that number, counted over the whole file, as the phone sealed it.
  ///
  /// @throws IOException if it is no longer to be had
  byte[] fetch(int chunk) throws IOException;
}
