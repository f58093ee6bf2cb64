// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

/// What is wrong with a definition: in which field (`actions[0].title`), where in its text (from 1, or 0
/// where that says nothing), as a code, and in words for the one who wrote it.
public record Fault(String field, int line, int column, String code, String words) {
  Fault(String field, String code, String words) {
    this(field, 0, 0, code, words);
  }
}
