// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import java.nio.file.Path;

/// The folders of one agent, under its data folder.
public record Folders(Path data) {
  public Path database() {
    return data.resolve("db");
  }

  /// Copies of the database of former days.
  public Path backups() {
    return data.resolve("backups");
  }

  /// By what name the agent of this folder is known to others.
  public Path agent() {
    return data.resolve("agent.id");
  }

  public Path lock() {
    return data.resolve("agent.lock");
  }

  public Path vault() {
    return data.resolve("vault");
  }

  public Path workerTemp() {
    return data.resolve("tmp");
  }

  public Path keys() {
    return data.resolve("keys");
  }

  /// The keys of what executions without a customer know. Not among [#keys], which counters that
  /// share a database have in common.
  public Path contexts() {
    return data.resolve("contexts");
  }

  /// The hash of the API's key.
  public Path apiKey() {
    return keys().resolve("api-key.sha256");
  }

  /// Who works here, and their PINs' hashes.
  public Path people() {
    return keys().resolve("people.json");
  }

  /// How often PINs were wrong lately.
  public Path pinWaits() {
    return keys().resolve("pin-waits.json");
  }

  /// The note by which a second start finds this one.
  public Path running() {
    return data.resolve("running.json");
  }

  public Path config() {
    return data.resolve("config.toml");
  }

  /// What was said of a shop that is still being set up.
  public Path setup() {
    return data.resolve("setup.toml");
  }
}
