// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What the agent asks the process that knows the PC's print services.
public sealed interface ServiceCommand {
  /// How does this one stand?
  record Look(String service) implements ServiceCommand {}

  /// Which are there, and what can they do?
  record ListAll() implements ServiceCommand {}
}
