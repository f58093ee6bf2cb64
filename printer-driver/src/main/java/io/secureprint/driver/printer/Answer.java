// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import java.util.function.Function;

/// What came of asking a printer for something.
public sealed interface Answer<T> {
  record Got<T>(T value) implements Answer<T> {}

  /// It will not; a stable code and, where there was one, the IPP status.
  record Refused<T>(String code, int status) implements Answer<T> {}

  /// It cannot be asked now.
  record Silent<T>(String why) implements Answer<T> {}

  /// The same answer, or what `next` makes of what was got.
  default <U> Answer<U> flatMap(Function<? super T, ? extends Answer<U>> next) {
    return switch (this) {
      case Got<T>(T value) -> next.apply(value);
      case Refused<T>(String code, int status) -> new Refused<>(code, status);
      case Silent<T>(String why) -> new Silent<>(why);
    };
  }

  default <U> Answer<U> map(Function<? super T, ? extends U> reading) {
    return flatMap(value -> new Got<>(reading.apply(value)));
  }
}
