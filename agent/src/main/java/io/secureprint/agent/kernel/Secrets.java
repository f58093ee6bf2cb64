// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.io.IOException;
import java.util.Optional;

/// The shop's secrets by name, such as `gateway.keySecret`. They are put in and used, and never shown
/// again. Thread-safe.
public interface Secrets {
  Optional<String> get(String name) throws IOException;

  /// An empty `value` takes the secret away.
  void put(String name, String value) throws IOException;
}
