// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

/// How the settings stand before a person.
sealed interface Look {
  /// Nobody has shown that the owner is here, or what there is cannot be shown: then `code` says why,
  /// and `about` which setting.
  record Closed(String code, String about) implements Look {}

  record Opening() implements Look {}

  record Open() implements Look {}
}
