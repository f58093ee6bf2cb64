// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Tells values in words, for boxes from which they are chosen and never typed.
public final class Said<T> extends StringConverter<T> {
  private final Function<T, String> words;

  public Said(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String name) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
