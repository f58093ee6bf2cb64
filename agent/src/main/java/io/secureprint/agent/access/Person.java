// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

/// Somebody who works here; the name is what stands in the books.
public record Person(String id, String name, Role role) {
  public static final int LONGEST_NAME = 40;

  public Person {
    if (!fits(name)) {
      throw new IllegalArgumentException("a person's name needs 1 to 40 characters: " + name);
    }
  }

  static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME && name.strip().equals(name);
  }
}
