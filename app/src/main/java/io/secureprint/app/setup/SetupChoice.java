// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

/// What a person decided at the first start.
public enum SetupChoice {
  /// The shop is set up and opens.
  SHOP,
  PRACTICE,
  /// What was said so far is kept.
  LATER
}
