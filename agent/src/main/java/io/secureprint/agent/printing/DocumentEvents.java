// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.api.DocumentFacts;

/// What a session hears about its files, on the worker's thread.
public interface DocumentEvents {
  void fileOpened(int file, DocumentFacts facts);

  /// `code` is a name of [io.secureprint.driver.api.DocumentRefusal], or `STORAGE_FAILED`.
  void fileRefused(int file, String code);

  void fileDamaged(int file, int chunk);
}
