// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.Secrets;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Secrets in the settings file, which is for the shop's user alone.
final class SettingsSecrets implements Secrets {
  private final SettingsFile settings;

  SettingsSecrets(SettingsFile settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> get(String name) throws IOException {
    try {
      return Optional.ofNullable(settings.values().get(name)).filter(value -> !value.isEmpty());
    } catch (ConfigFile.Unusable e) {
      throw new IOException(name + " cannot be read", e);
    }
  }

  @Override
  public void put(String name, String value) throws IOException {
    try {
      settings.save(Map.of(name, value));
    } catch (ConfigFile.Unusable e) {
      throw new IOException(name + " cannot be kept", e);
    }
  }
}
