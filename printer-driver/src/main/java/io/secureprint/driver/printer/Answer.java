// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

/// What came of asking a printer for something.
public sealed interface Answer<T> {
  record Got<T>(T value) implements Answer<T> {}

  /// It will not; a stable code and, where there was one, the IPP status.
  record Refused<T>(String code, int status) implements Answer<T> {}

  /// It cannot be asked now.
  record Silent<T>(String why) implements Answer<T> {}
}
