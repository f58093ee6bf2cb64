// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The workflows of the examples.
final class Samples {
  private Samples() {}

  static JsonObject of(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/workflows/" + name + ".json")) {
      return JsonObject.parse(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
