// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import java.util.List;

/// A named attribute with its values, at least one. The values of a collection follow each other
/// flat, between their begin and end tags.
public record IppAttribute(String name, List<IppValue> values) {
  public IppAttribute {
    values = List.copyOf(values);
    if (name.isEmpty() || values.isEmpty()) {
      throw new IllegalArgumentException("an attribute needs a name and a value: " + name);
    }
  }

  public static IppAttribute of(String name, IppValue... values) {
    return new IppAttribute(name, List.of(values));
  }
}
